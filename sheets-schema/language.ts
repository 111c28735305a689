/** The two languages of the product; Chinese comes first everywhere. */
export type Language = 'zh' | 'en';

/** A word or sentence of the frame or of a register, in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}
