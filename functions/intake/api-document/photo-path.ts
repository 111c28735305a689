import type { Register } from '#schema/register.ts';
import { largestPhoto } from '../photos/limits.ts';
import { takesPhotos } from '../photos/takes-photos.ts';
import type { JsonSchema } from './column-schema.ts';
import { sentWithEach } from './parameters.ts';
import { photoProblems, problemResponses } from './problems-document.ts';

const id: JsonSchema = { type: 'string', format: 'uuid' };

/** How a photo is put before the entry that names it; nothing where no register takes any. */
export function photoPath(registers: readonly Register[]): JsonSchema {
  const keys = registers.filter((one) => takesPhotos(one).length > 0).map(({ key }) => key);
  if (keys.length === 0) return {};
  const inPath = (name: string, schema: JsonSchema, description: string) => ({
    name,
    in: 'path',
    required: true,
    schema,
    description,
  });
  return { '/intake/photos/{register}/{entry}/{photo}': { put: putting(keys, inPath) } };
}

function putting(
  keys: readonly string[],
  inPath: (name: string, schema: JsonSchema, description: string) => JsonSchema,
): JsonSchema {
  return {
    operationId: 'put-photo',
    summary: '照片 A photo',
    description:
      '先传照片，再交表：表里写 photo:编号。同一张再传不会多出来。 Put the photo before its entry, which then names it as `photo:<photo>`. The same photo put again counts once; where it was taken is cut out of it. One whose entry does not come is thrown away after some days.',
    parameters: [
      inPath('register', { type: 'string', enum: keys }, '登记簿 The register'),
      inPath('entry', id, 'The `id` with which the entry is sent, or the sheet for many rows'),
      inPath('photo', id, 'Made by the sender, once for each photo'),
      ...sentWithEach,
    ],
    requestBody: {
      required: true,
      description: `JPEG、PNG 或 WebP，最多 ${largestPhoto / 1_048_576} MB JPEG, PNG or WebP, at most ${largestPhoto / 1_048_576} MB`,
      content: { 'image/jpeg': {}, 'image/png': {}, 'image/webp': {} },
    },
    responses: {
      '201': {
        description: '已收到 Received',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['photo'],
              properties: {
                photo: { type: 'string', description: 'What the entry names it by' },
              },
            },
          },
        },
      },
      ...problemResponses(photoProblems),
    },
  };
}
