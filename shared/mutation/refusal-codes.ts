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
  SIGN_IN_REFUSED: {
    en: 'E-mail address, password or code do not fit together.',
    ar: 'البريد الإلكتروني أو كلمة المرور أو الرمز غير صحيح.',
  },
  TOO_MANY_ATTEMPTS: {
    en: 'There were too many attempts. Wait before you try again.',
    ar: 'عدد المحاولات كبير. انتظر قبل أن تحاول من جديد.',
  },
  SECOND_FACTOR_NEEDED: {
    en: 'Give the code of your second factor as well.',
    ar: 'أدخل رمز العامل الثاني أيضًا.',
  },
  SIGN_IN_NEEDED: {
    en: 'This is for people who signed in here with a password.',
    ar: 'هذا متاح لمن سجّل الدخول هنا بكلمة مرور.',
  },
  SIGN_IN_ENDED: {
    en: 'This sign-in has ended. Sign in again.',
    ar: 'انتهت جلسة الدخول هذه. سجّل الدخول من جديد.',
  },
  PASSWORD_TOO_SHORT: {
    en: 'A password has at least 12 characters.',
    ar: 'تتكون كلمة المرور من 12 حرفًا على الأقل.',
  },
  PASSWORD_TOO_WEAK: {
    en: 'A password is something else than the e-mail address or one letter again and again.',
    ar: 'لا تكون كلمة المرور هي البريد الإلكتروني ولا حرفًا واحدًا مكررًا.',
  },
  SECOND_FACTOR_ON: {
    en: 'A second factor is switched on already.',
    ar: 'العامل الثاني مفعّل بالفعل.',
  },
  SECOND_FACTOR_OFF: {
    en: 'No second factor is switched on or waiting to be confirmed.',
    ar: 'لا يوجد عامل ثانٍ مفعّل أو في انتظار التأكيد.',
  },
  LINK_REFUSED: {
    en: 'This link is not valid. Ask for a new one.',
    ar: 'هذا الرابط غير صالح. اطلب رابطًا جديدًا.',
  },
  ACCOUNT_EXISTS: {
    en: 'There is an account with this address. Sign in with it first.',
    ar: 'يوجد حساب بهذا العنوان. سجّل الدخول به أولًا.',
  },
  NOT_TO_ONESELF: {
    en: 'Nobody grants this to themselves.',
    ar: 'لا أحد يمنح هذا لنفسه.',
  },
  SECOND_PERSON_NEEDED: {
    en: 'Somebody else has to approve this, or the waiting time has to pass.',
    ar: 'يجب أن يوافق شخص آخر، أو أن تنقضي مدة الانتظار.',
  },
  LAST_ADMIN: {
    en: 'An organisation keeps at least one administrator.',
    ar: 'تحتفظ المنظمة بمدير واحد على الأقل.',
  },
  ALREADY_DONE: { en: 'This is so already.', ar: 'هذا قائم بالفعل.' },
} as const satisfies Record<string, { en: string; ar: string }>;

export type RefusalCode = keyof typeof refusalCodes;
