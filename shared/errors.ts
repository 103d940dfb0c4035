import { GraphQLError } from 'graphql';

/**
 * Every code the hub answers with: its HTTP status when the whole request is refused,
 * and the sentence people read, in both languages. Integrators match on the code, never on the sentence.
 */
export const errorCodes = {
  BAD_REQUEST: {
    status: 400,
    en: 'The request is not a GraphQL request.',
    ar: 'الطلب ليس طلب GraphQL صالحًا.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    en: 'The query cannot be read.',
    ar: 'تعذّرت قراءة الاستعلام.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    en: 'The query does not fit the schema.',
    ar: 'الاستعلام لا يطابق المخطط.',
  },
  BAD_USER_INPUT: {
    status: 400,
    en: 'A variable or argument has the wrong type.',
    ar: 'نوع أحد المتغيرات أو الوسائط غير صحيح.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    en: 'The request does not name one of its operations.',
    ar: 'الطلب لا يسمّي عملية من عملياته.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 400,
    en: 'The hub knows no operation by this id.',
    ar: 'لا يعرف المركز عملية بهذا المعرّف.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 400,
    en: 'The hub takes no ids of operations. Send the text of the operation.',
    ar: 'لا يقبل المركز معرّفات العمليات. أرسل نص العملية.',
  },
  DOCUMENT_NOT_TRUSTED: {
    status: 400,
    en: 'The hub runs only operations that were registered beforehand, and this is none of them.',
    ar: 'لا ينفّذ المركز إلا العمليات المسجّلة مسبقًا، وهذه ليست منها.',
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    en: 'The query is larger than the hub allows.',
    ar: 'الاستعلام أكبر مما يسمح به المركز.',
  },
  RATE_LIMITED: {
    status: 429,
    en: 'That was a lot in one minute. Try again after the time given.',
    ar: 'طلبات كثيرة في دقيقة واحدة. أعد المحاولة بعد المدة المذكورة.',
  },
  CSRF_REFUSED: {
    status: 400,
    en: 'Send the request with a content type of application/json.',
    ar: 'أرسل الطلب بنوع محتوى application/json.',
  },
  INVALID_ID: {
    status: 200,
    en: 'The id is not of the expected kind.',
    ar: 'المعرّف ليس من النوع المطلوب.',
  },
  INVALID_CURSOR: {
    status: 200,
    en: 'The cursor does not belong to this list.',
    ar: 'المؤشر لا يخص هذه القائمة.',
  },
  INVALID_ARGUMENT: {
    status: 200,
    en: 'An argument is out of range.',
    ar: 'قيمة أحد الوسائط خارج النطاق المسموح.',
  },
  UNKNOWN_CODE: {
    status: 200,
    en: 'The code is not in the taxonomy list.',
    ar: 'الرمز غير موجود في قائمة المصطلحات.',
  },
  UNAUTHENTICATED: {
    status: 401,
    en: 'The token is not valid or has expired.',
    ar: 'رمز الدخول غير صالح أو انتهت مدته.',
  },
  FORBIDDEN: {
    status: 200,
    en: 'This is not open to you.',
    ar: 'هذا غير متاح لك.',
  },
  SECOND_FACTOR_REQUIRED: {
    status: 200,
    en: 'Sign in with your second factor first.',
    ar: 'سجّل الدخول بالعامل الثاني أولًا.',
  },
  NOT_FOUND: {
    status: 404,
    en: 'There is nothing at this address.',
    ar: 'لا شيء في هذا العنوان.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    en: 'This address does not take this method.',
    ar: 'هذا العنوان لا يقبل هذه الطريقة.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    en: 'The request body is larger than the hub allows.',
    ar: 'حجم الطلب أكبر مما يسمح به المركز.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    en: 'Send the request as application/json in UTF-8.',
    ar: 'أرسل الطلب بصيغة application/json وترميز UTF-8.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 200,
    en: 'A part of the hub is not available right now; its fields are missing.',
    ar: 'جزء من المركز غير متاح الآن، وحقوله ناقصة.',
  },
  SUBGRAPH_TIMEOUT: {
    status: 200,
    en: 'A part of the hub took too long; its fields are missing.',
    ar: 'جزء من المركز تأخر في الرد، وحقوله ناقصة.',
  },
  HUB_UNAVAILABLE: {
    status: 503,
    en: 'The hub is starting, stopping or cannot reach its database.',
    ar: 'المركز قيد التشغيل أو الإيقاف أو لا يصل إلى قاعدة بياناته.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    en: 'Something went wrong in the hub. Quote the request id when you report it.',
    ar: 'حدث خطأ في المركز. اذكر رقم الطلب عند الإبلاغ عنه.',
  },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/**
 * A refusal with a code. `detail` is one English sentence for developers; it goes to the client
 * in `extensions.detail`, so it must never carry data, SQL, a path or a host. `retryAfter` is in seconds.
 */
export class HubError extends GraphQLError {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, detail?: string, { retryAfter }: { readonly retryAfter?: number } = {}) {
    super(errorCodes[code].en, {
      extensions: { code, ...(detail && { detail }), ...(retryAfter && { retryAfter }) },
    });
    this.name = 'HubError';
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}
