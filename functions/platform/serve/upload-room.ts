/** What uploads that are being received may take of the memory, all together. */
export interface UploadRoom {
  /** Takes room for an upload; nothing when there is none left. The room is given back by calling what comes back. */
  take(bytes: number): (() => void) | undefined;
}

/** @param bytes of all uploads at once; one that is larger than this never finds room */
export function createUploadRoom(bytes: number): UploadRoom {
  let free = bytes;
  return {
    take(wanted) {
      if (wanted > free) return undefined;
      free -= wanted;
      let isGiven = false;
      return () => {
        if (!isGiven) free += wanted;
        isGiven = true;
      };
    },
  };
}
