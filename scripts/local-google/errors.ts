/** Google's canonical codes that the stand-in answers. */
export type Status =
  | 'INVALID_ARGUMENT'
  | 'FAILED_PRECONDITION'
  | 'UNAUTHENTICATED'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'RESOURCE_EXHAUSTED'
  | 'UNIMPLEMENTED'
  | 'INTERNAL'
  | 'UNAVAILABLE';

/** Which part of a request an error is about. */
export interface Location {
  readonly type: 'parameter' | 'header';
  readonly name: string;
}

/** An error a client sees. `reason` is the short word Drive, Gmail and Storage add, such as `notFound`. */
export class GoogleError extends Error {
  readonly code: number;
  readonly status: Status;
  readonly reason: string;
  readonly details: readonly object[];
  readonly location?: Location;

  constructor(
    code: number,
    status: Status,
    message: string,
    extra: { reason?: string; details?: readonly object[]; location?: Location } = {},
  ) {
    super(message);
    this.name = 'GoogleError';
    this.code = code;
    this.status = status;
    this.reason = extra.reason ?? defaultReason[status];
    this.details = extra.details ?? [];
    if (extra.location !== undefined) this.location = extra.location;
  }
}

const defaultReason: Readonly<Record<Status, string>> = {
  INVALID_ARGUMENT: 'badRequest',
  FAILED_PRECONDITION: 'failedPrecondition',
  UNAUTHENTICATED: 'authError',
  PERMISSION_DENIED: 'forbidden',
  NOT_FOUND: 'notFound',
  ALREADY_EXISTS: 'alreadyExists',
  RESOURCE_EXHAUSTED: 'rateLimitExceeded',
  UNIMPLEMENTED: 'notImplemented',
  INTERNAL: 'backendError',
  UNAVAILABLE: 'backendError',
};

/** 400: the request cannot be right whatever the state is. */
export function invalidArgument(message: string, reason = 'badRequest'): GoogleError {
  return new GoogleError(400, 'INVALID_ARGUMENT', message, { reason });
}

/** 401: no credentials, or ones nobody knows. */
export function unauthenticated(): GoogleError {
  return new GoogleError(
    401,
    'UNAUTHENTICATED',
    'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
    { reason: 'required' },
  );
}

/** 403. */
export function permissionDenied(
  message = 'The caller does not have permission',
  reason = 'forbidden',
): GoogleError {
  return new GoogleError(403, 'PERMISSION_DENIED', message, { reason });
}

/** 404. */
export function notFound(message = 'Requested entity was not found.'): GoogleError {
  return new GoogleError(404, 'NOT_FOUND', message);
}

/** 409. */
export function alreadyExists(message: string, reason = 'alreadyExists'): GoogleError {
  return new GoogleError(409, 'ALREADY_EXISTS', message, { reason });
}

/** 412 of Cloud Storage: a precondition such as `ifGenerationMatch` did not hold. */
export function conditionNotMet(): GoogleError {
  return new GoogleError(
    412,
    'FAILED_PRECONDITION',
    'At least one of the pre-conditions you specified did not hold.',
    { reason: 'conditionNotMet', location: { type: 'header', name: 'If-Match' } },
  );
}

/** 501: Google has this method and the stand-in does not. */
export function unimplemented(method: string): GoogleError {
  return new GoogleError(
    501,
    'UNIMPLEMENTED',
    `The embedded stand-in for Google does not serve the method ${method}.`,
  );
}

/** The JSON body of an error: Sheets and Tasks speak one dialect, Drive, Gmail and Storage the other. */
export function errorBody(error: GoogleError, dialect: 'canonical' | 'reasons'): object {
  const { code, status, message, reason, details, location } = error;
  if (dialect === 'canonical') {
    return { error: { code, message, status, ...(details.length > 0 && { details }) } };
  }
  const domain = code === 403 && reason.endsWith('RateLimitExceeded') ? 'usageLimits' : 'global';
  const where =
    location === undefined ? {} : { locationType: location.type, location: location.name };
  return { error: { code, message, errors: [{ message, domain, reason, ...where }] } };
}
