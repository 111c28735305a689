import { workHeader } from '../limits/limit.ts';

/** Parameters that every endpoint takes. */
export const sentWithEach = [
  {
    name: 'lang',
    in: 'query',
    schema: { type: 'string', enum: ['zh', 'en'] },
    description: '答复的语言 The language of the answer',
  },
  {
    name: workHeader,
    in: 'header',
    schema: { type: 'string' },
    description: 'Sent by our own pages when too many come at once; programs wait instead',
  },
];
