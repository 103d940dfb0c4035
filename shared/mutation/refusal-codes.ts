/**
 * Every code that `userErrors` answer with, and the sentence that people read. Integrators match on the code, never
 * on the sentence.
 */
export const refusalCodes = {
  NOT_FOUND: {
    en: 'There is nothing of that kind that you may change.',
    ar: 'لا يوجد شيء من هذا النوع يمكنك تغييره.',
  },
  REQUIRED: { en: 'This is required.', ar: 'هذا الحقل مطلوب.' },
  INVALID: { en: 'This value is not allowed here.', ar: 'هذه القيمة غير مسموح بها هنا.' },
  TOO_LONG: { en: 'This text is too long.', ar: 'هذا النص أطول مما يُسمح به.' },
  IDEMPOTENCY_KEY_REUSED: {
    en: 'This idempotency key was used for another request.',
    ar: 'استُخدم مفتاح عدم التكرار هذا لطلب آخر.',
  },
  SCOPE_NOT_FOR_TOOLS: {
    en: 'A tool may never do this.',
    ar: 'لا يجوز لأي أداة القيام بذلك أبدًا.',
  },
  SCOPE_NOT_YOURS: {
    en: 'You may not do this yourself, so you cannot let a tool do it.',
    ar: 'لا يحق لك القيام بذلك بنفسك، فلا يمكنك أن تأذن به لأداة.',
  },
  TIME_OUT_OF_RANGE: {
    en: 'This moment is too early or too late.',
    ar: 'هذا الوقت مبكر جدًا أو متأخر جدًا.',
  },
  TOO_MANY: { en: 'These are too many.', ar: 'العدد أكبر مما يُسمح به.' },
} as const satisfies Record<string, { en: string; ar: string }>;

export type RefusalCode = keyof typeof refusalCodes;
