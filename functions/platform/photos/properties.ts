/**
 * What a photo's file in Drive says of itself. Not `appProperties`: those are private to one application, and intake and
 * check are two accounts.
 */
export const photoProperties = {
  /** The id that its sender gave it. */
  photo: 'houqinPhoto',
  /** The key of the register that it came for. */
  register: 'houqinRegister',
  /** The id with which the form was sent. */
  entry: 'houqinEntry',
  state: 'houqinPhotoState',
} as const;

/** The state of a photo whose row was not seen yet. */
export const waiting = 'waiting';
