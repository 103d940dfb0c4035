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
} as const satisfies Record<string, { en: string; ar: string }>;

export type RefusalCode = keyof typeof refusalCodes;
