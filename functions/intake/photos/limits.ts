/** A photo as it may arrive: what a telephone takes without a script that makes it smaller. */
export const largestPhoto = 10_485_760;

/** A form with its photos in one piece; Cloud Run takes 32 MiB of a request over HTTP/1. */
export const largestUpload = 31_457_280;

/** More pixels than any telephone here takes: a small file can stand for a picture that fills the memory. */
export const mostPixels = 60_000_000;

/** So many photos in one field. */
export const mostPhotos = 9;
