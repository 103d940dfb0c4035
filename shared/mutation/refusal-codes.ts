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
  DIRECTION_OVERRIDDEN: {
    en: 'This text holds a character that turns the direction of writing, or an isolate that is not closed.',
    ar: 'يحوي هذا النص حرفًا يقلب اتجاه الكتابة أو عزلًا للاتجاه لم يُغلق.',
  },
  NEGATIVE: { en: 'A quantity is not less than nothing.', ar: 'لا تقل الكمية عن الصفر.' },
  UNKNOWN_CODE: {
    en: 'The vocabulary of this field has no such code.',
    ar: 'لا يوجد هذا الرمز في قائمة هذا الحقل.',
  },
  VERSION_CONFLICT: {
    en: 'Somebody else has changed this meanwhile. Look at it as it is now, and decide again.',
    ar: 'غيّر شخص آخر هذا في هذه الأثناء. راجعه بصيغته الحالية ثم قرّر من جديد.',
  },
  TOO_LONG: { en: 'This text is too long.', ar: 'هذا النص أطول مما يُسمح به.' },
  IDEMPOTENCY_KEY_REUSED: {
    en: 'This idempotency key was used for another request.',
    ar: 'استُخدم مفتاح عدم التكرار هذا لطلب آخر.',
  },
  INVALID_STATE: {
    en: 'In the state it is in now, this cannot be done.',
    ar: 'لا يمكن فعل ذلك في حالته الحالية.',
  },
  AGREEMENT_OVERLAPS: {
    en: 'Another agreement of the two organisations names the same group for some of these days.',
    ar: 'تسمّي اتفاقية أخرى بين المؤسستين المجموعة نفسها في بعض هذه الأيام.',
  },
  GROUP_NOT_SHAREABLE: {
    en: 'This group of data cannot be shared in this way.',
    ar: 'لا يمكن مشاركة هذه المجموعة من البيانات بهذه الطريقة.',
  },
  LEVEL_ABOVE_CEILING: {
    en: 'No data of this group is ever shared that widely.',
    ar: 'لا تُشارَك بيانات هذه المجموعة على هذا النطاق أبدًا.',
  },
  LEVEL_ABOVE_CAP: {
    en: 'Rows would be shared wider than the cap that goes with it.',
    ar: 'يتجاوز المستوى الحد الأعلى المحدد معه.',
  },
  NOT_SHARED: {
    en: 'Others do not see this. Share it with the coalition first.',
    ar: 'لا يراها الآخرون. شاركها مع التحالف أولًا.',
  },
  NOT_A_PARTNER: {
    en: 'This organisation does not work on the campaign.',
    ar: 'لا تعمل هذه المؤسسة على الحملة.',
  },
  NO_SUCH_TASK: {
    en: 'Only a task of the same campaign can be waited for.',
    ar: 'لا يمكن انتظار إلا مهمة من الحملة نفسها.',
  },
  WAITS_FOR_ITSELF: {
    en: 'The task would wait for itself, directly or through others.',
    ar: 'ستنتظر المهمة نفسها، مباشرة أو عبر مهام أخرى.',
  },
  PERIODS_OVERLAP: {
    en: 'Some of these days belong to another period of the indicator.',
    ar: 'تقع بعض هذه الأيام ضمن فترة أخرى للمؤشر.',
  },
  PARTS_DO_NOT_ADD_UP: {
    en: 'The parts of a dimension do not add up to the whole.',
    ar: 'لا يساوي مجموع أجزاء أحد الأبعاد القيمة الإجمالية.',
  },
  NOT_ADDABLE: {
    en: 'Only indicators that count the same unit and may be added up count towards each other.',
    ar: 'لا تُجمع إلا مؤشرات تعدّ الوحدة نفسها ويُسمح بجمعها.',
  },
  CONTRIBUTES_TO_ITSELF: {
    en: 'The indicator would count towards itself, directly or through others.',
    ar: 'سيُحتسب المؤشر ضمن نفسه، مباشرة أو عبر مؤشرات أخرى.',
  },
  BLOCKED: {
    en: 'It waits for tasks that are neither done nor cancelled.',
    ar: 'تنتظر مهامًا لم تُنجز ولم تُلغَ.',
  },
  UNCHANGED: { en: 'It is like that already.', ar: 'الأمر كذلك بالفعل.' },
  SECOND_PERSON_REQUIRED: {
    en: 'Somebody else has to approve this.',
    ar: 'يجب أن يوافق على ذلك شخص آخر.',
  },
  NO_SUCH_RIGHT: {
    en: 'The role does not have this right, so it cannot be taken away.',
    ar: 'لا يملك هذا الدور هذا الحق، فلا يمكن سحبه منه.',
  },
  LOCKS_OUT: {
    en: 'Afterwards no admin could change the policy again.',
    ar: 'لن يتمكن أي مسؤول بعدها من تغيير السياسة.',
  },
  TOO_MANY_TODAY: {
    en: 'There were too many of these today. Try again tomorrow.',
    ar: 'وردت طلبات كثيرة من هذا النوع اليوم، حاول مجددًا غدًا.',
  },
  TOO_EARLY: { en: 'Its time has not come yet.', ar: 'لم يحن وقته بعد.' },
  DATE_IN_PAST: { en: 'This day has passed.', ar: 'انقضى هذا اليوم.' },
  DATES_CONTRADICT: { en: 'It would end before it starts.', ar: 'تاريخ الانتهاء يسبق تاريخ البدء.' },
  LONGER_THAN_12_MONTHS: {
    en: 'An agreement runs for twelve months at most; renew it then.',
    ar: 'لا تتجاوز مدة الاتفاقية اثني عشر شهرًا، ويمكن تجديدها بعد ذلك.',
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
  KIND_TAKES_NO_SIDES: {
    en: 'UN bodies and other intergovernmental organisations, consulates, national agencies and legislative bodies take no sides on a bill: they may monitor it, be neutral or have no position.',
    ar: 'لا تنحاز هيئات الأمم المتحدة والمنظمات الحكومية الدولية والقنصليات والوكالات الوطنية والهيئات التشريعية في شأن مشروع قانون: لها أن تتابعه أو تبقى محايدة أو لا تتخذ موقفًا.',
  },
  ALREADY_KNOWN: { en: 'This is known here already.', ar: 'هذا معروف هنا بالفعل.' },
  NOT_READABLE: {
    en: 'This is not written in the form that is expected here.',
    ar: 'هذا غير مكتوب بالصيغة المتوقعة هنا.',
  },
  ALREADY_DONE: { en: 'This is so already.', ar: 'هذا قائم بالفعل.' },
} as const satisfies Record<string, { en: string; ar: string }>;

export type RefusalCode = keyof typeof refusalCodes;
