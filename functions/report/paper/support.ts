import { type Block, inChinese, paragraph } from '#platform/documents/index.ts';

/** 需学校支持解决的问题: what was handed up and still waits; the director's own word when nothing was. */
export function support(matters: readonly string[]): readonly Block[] {
  if (matters.length === 0)
    return [paragraph({ kind: 'ask', what: '需学校支持解决的问题，没有则删去本节' })];
  return matters.map((matter, index) =>
    paragraph(`${inChinese(index + 1)}是${matter}。已上报，请学校研究答复。`),
  );
}
