import { textParam } from '../arguments.ts';
import { permissionDenied } from '../errors.ts';
import type { Answer, Call, Context } from '../service.ts';
import { fileJson } from './file-json.ts';
import { calledFile } from './find.ts';

/** `files.get`: what is known of a file, or with `alt=media` its content. */
export function getFile(call: Call, context: Context): Answer {
  const file = calledFile(call, context, 'reader');
  if (textParam(call, 'alt') !== 'media') {
    return { json: fileJson(context, call.principal, file) };
  }
  if (file.media === undefined) {
    throw permissionDenied(
      'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
      'fileNotDownloadable',
    );
  }
  return { media: file.media.bytes, contentType: file.mimeType };
}
