/**
 * Why something is visible to somebody or not: every code, and the sentence that people read. Programs match on the
 * code, never on the sentence.
 */
export const accessReasons = {
  VISIBLE: { en: 'You may see this.', ar: 'يمكنك الاطلاع على هذا.' },
  NOTHING_THERE: {
    en: 'You may see this; nothing has been written there yet.',
    ar: 'يمكنك الاطلاع على هذا، لكن لم يُكتب فيه شيء بعد.',
  },
  NOT_VISIBLE: {
    en: 'There is nothing of this kind that is open to you. Whether there is anything at all is not said.',
    ar: 'لا يوجد شيء من هذا النوع متاح لك، ولا يُفصَح عن وجوده من عدمه.',
  },
  SIGN_IN_REQUIRED: {
    en: 'This is for people of member organisations.',
    ar: 'هذا مخصص لأفراد المؤسسات الأعضاء.',
  },
  ROLE_REQUIRED: {
    en: 'None of your roles sees data of the group {group}.',
    ar: 'لا يتيح أي من أدوارك الاطلاع على بيانات المجموعة {group}.',
  },
  NARROWED_BY_YOUR_ORGANIZATION: {
    en: 'Your organisation has taken data of the group {group} from your roles.',
    ar: 'حجبت مؤسستك بيانات المجموعة {group} عن أدوارك.',
  },
  ORGANIZATION_NOT_ACTIVE: {
    en: 'Your organisation is not an active member.',
    ar: 'مؤسستك ليست عضوًا نشطًا.',
  },
  SECOND_FACTOR_REQUIRED: {
    en: 'Data of the group {group} asks for a second factor.',
    ar: 'تتطلب بيانات المجموعة {group} عاملًا ثانيًا.',
  },
  AGREEMENT_REQUIRED: {
    en: 'Another organisation’s data of the group {group} is open under a sharing agreement only.',
    ar: 'لا تُتاح بيانات المجموعة {group} الخاصة بمؤسسة أخرى إلا بموجب اتفاقية مشاركة.',
  },
  LEVEL_TOO_LOW: {
    en: 'There is none, or its organisation does not share it that far.',
    ar: 'لا يوجد منه شيء، أو أن مؤسسته لا تشاركه إلى هذا الحد.',
  },
  OWN_ORGANIZATION_ONLY: {
    en: 'Data of the group {group} is seen by people of its own organisation only.',
    ar: 'لا يطلع على بيانات المجموعة {group} إلا أفراد المؤسسة المالكة.',
  },
  SCOPE_REQUIRED: {
    en: 'The key of this tool has no scope for the group {group}.',
    ar: 'لا يتضمن مفتاح هذه الأداة نطاقًا للمجموعة {group}.',
  },
  NOT_FOR_TOOLS: {
    en: 'Data of the group {group} is not for tools, whatever their scopes.',
    ar: 'بيانات المجموعة {group} ليست للأدوات مهما كانت نطاقاتها.',
  },
} as const satisfies Record<string, { en: string; ar: string }>;
export type AccessReasonCode = keyof typeof accessReasons;

/** What would change it. `{roles}` stands for the roles that could, `{group}` for the permission group,
 * `{operation}` for what is to be done with it. */
export const accessRemedies = {
  SIGN_IN: { en: 'Sign in as somebody of a member organisation.', ar: 'سجّل الدخول بصفتك فردًا في مؤسسة عضو.' },
  GET_ROLE: {
    en: 'Ask an admin of your organisation for one of these roles: {roles}.',
    ar: 'اطلب من مسؤول مؤسستك أحد هذه الأدوار: {roles}.',
  },
  UNDO_NARROWING: {
    en: 'An admin of your organisation can give {group} back to your roles.',
    ar: 'يمكن لمسؤول مؤسستك أن يعيد المجموعة {group} إلى أدوارك.',
  },
  BECOME_ACTIVE: {
    en: 'Once the coalition has your organisation as an active member, your roles count again.',
    ar: 'تسري أدوارك من جديد عندما تصبح مؤسستك عضوًا نشطًا في التحالف.',
  },
  PROVE_SECOND_FACTOR: { en: 'Sign in with your second factor.', ar: 'سجّل الدخول بالعامل الثاني.' },
  SIGN_AGREEMENT: {
    en: 'Your organisation and the one that owns it need an agreement in force that names {group}.',
    ar: 'تحتاج مؤسستك والمؤسسة المالكة إلى اتفاقية سارية تسمّي المجموعة {group}.',
  },
  SHARE_WITH_COALITION: {
    en: 'The organisation that owns it would have to share it with the coalition.',
    ar: 'على المؤسسة المالكة أن تشاركه مع التحالف.',
  },
  SHARE_UNDER_AGREEMENT: {
    en: 'The organisation that owns it would have to share it at the level COALITION, and have an agreement in force with yours that names {group}.',
    ar: 'على المؤسسة المالكة أن تشاركه على مستوى COALITION وأن تكون بينها وبين مؤسستك اتفاقية سارية تسمّي المجموعة {group}.',
  },
  ONLY_THE_OWNER: {
    en: 'Data of the group {group} is seen by its own organisation, and by those who are party to it.',
    ar: 'لا يطلع على بيانات المجموعة {group} إلا مؤسستها ومن هو طرف فيها.',
  },
  GET_SCOPE: {
    en: 'An admin can make a key with the scope {group}:{operation}, if they may see it themselves.',
    ar: 'يمكن لمسؤول أن ينشئ مفتاحًا بالنطاق {group}:{operation} إذا كان يحق له الاطلاع عليه.',
  },
} as const satisfies Record<string, { en: string; ar: string }>;
export type AccessRemedyCode = keyof typeof accessRemedies;

/** What roles are called. */
export const roleNames = {
  ORG_ADMIN: { en: 'organisation admin', ar: 'مسؤول المؤسسة' },
  CASEWORKER: { en: 'caseworker', ar: 'أخصائي الحالات' },
  CAMPAIGNER: { en: 'campaigner', ar: 'مسؤول الحملات' },
  VIEWER: { en: 'viewer', ar: 'مطّلع' },
  COALITION_STAFF: { en: 'coalition staff', ar: 'موظف التحالف' },
} as const;
