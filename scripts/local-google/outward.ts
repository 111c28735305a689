/** Sends a request of the stand-in's own to the functions; undefined if nobody answered. */
export type Outward = (what: string, request: Request) => Promise<Response | undefined>;

/** Makes failures of `send` a line in the log: to Google, too, it is all the same who listens. */
export function createOutward(
  send: (request: Request) => Promise<Response>,
  log: (line: string) => void,
): Outward {
  return async (what, request) => {
    const target = `${what} ${request.method} ${request.url}`;
    try {
      const response = await send(request);
      if (!response.ok) log(`${target} was answered ${response.status}`);
      await response.body?.cancel();
      return response;
    } catch (error) {
      log(`${target} failed: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
}
