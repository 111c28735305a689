import { fileURLToPath } from 'node:url';

/** The folder of this project, whatever folder a command was started in. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
