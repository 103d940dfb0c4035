import { HubError } from '../../shared/errors';
import { type SentDocument, textOfId, withoutId } from '../documents/text-of-id';
import type { TrustedDocuments } from '../documents/trusted-documents';

/** The body of a POST, with the text of its document in place of an id. */
export function bodyWithText(body: SentDocument, documents: TrustedDocuments | undefined): object {
  const text = textOfId(body, documents);
  if (text === undefined) return body;
  const { extensions } = body;
  return { ...body, query: text, ...(extensions !== undefined && { extensions: withoutId(extensions) }) };
}

/** The same of the parameters of a GET. */
export function searchWithText({ search }: URL, documents: TrustedDocuments | undefined): string {
  const parameters = new URLSearchParams(search);
  const query = once(parameters, 'query');
  const extensions = parsed(once(parameters, 'extensions'));
  const text = textOfId({ query, documentId: once(parameters, 'documentId'), extensions }, documents);
  if (text === undefined) return search;
  parameters.set('query', text);
  if (extensions !== undefined) parameters.set('extensions', JSON.stringify(withoutId(extensions)));
  return `?${parameters}`;
}

function once(parameters: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = parameters.getAll(name);
  if (more.length > 0) throw new HubError('BAD_REQUEST', `The parameter \`${name}\` may come once.`);
  return value;
}

/** Apollo Server says what is wrong with extensions that are not JSON. */
function parsed(extensions: string | undefined): unknown {
  try {
    return extensions === undefined ? undefined : JSON.parse(extensions);
  } catch {
    return undefined;
  }
}
