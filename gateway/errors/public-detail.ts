/**
 * GraphQL's own English sentence for developers, without the values it quotes: what people typed into a
 * query or its variables can be about somebody, and error messages end up in logs and screenshots.
 */
export function publicDetail(message: string): string {
  return withoutValues(withoutSuggestions(message)).slice(0, 500);
}

/** Suggestions list names of the schema, also such that introspection would not show. */
function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean[^?]*\?/g, '');
}

function withoutValues(message: string): string {
  const variable = /^Variable "\$(\w+)" got invalid value /.exec(message)?.[1];
  if (variable) return variableDetail(variable, message);
  return message
    .replace(/^(Syntax Error: .*?)((?:Block)?String|Int|Float) "[\s\S]*"\.$/, '$1$2.')
    .replace(/^Value is not a valid (\w+)\b[\s\S]*$/, 'The value is not a valid $1.')
    .replace(/^Value [\s\S]* does not exist in (".+?" enum\.)$/, 'The value does not exist in the $1')
    .replace(/^(\w+|Enum ".+?") cannot represent ([\w -]*?value)\b[\s\S]*$/, '$1 cannot represent $2.')
    .replace(/^(Expected value of type ".+?"), found [\s\S]*$/, '$1.')
    .replace(/^(Expected type ".+?")\. [\s\S]*$/, '$1.');
}

/** The message quotes the whole variable; only the place in it and reasons known to be harmless are repeated. */
function variableDetail(name: string, message: string): string {
  const place = [...message.matchAll(/ at "(\w+[.[][\w.[\]]*)"; /g)]
    .map((match) => match[1] ?? '')
    .findLast((path) => path.startsWith(name));
  const reason = harmlessReasons.map((pattern) => pattern.exec(message)?.[1]).find(Boolean);
  const enumName = / does not exist in "(\w+)" enum\.$/.exec(message)?.[1];
  return [
    `Variable "$${name}" has an invalid value${place ? ` at "${place}"` : ''}.`,
    ...(enumName ? [`The value does not exist in the "${enumName}" enum.`] : []),
    ...(reason ? [reason.endsWith('.') ? reason : `${reason}.`] : []),
  ].join(' ');
}

const harmlessReasons = [
  /; (Field "\w+" is not defined by type "\w+"\.)$/,
  /; (Field "\w+" of required type "[\w![\]]+" was not provided\.)$/,
  /; (Expected non-nullable type "[\w![\]]+" not to be null\.)$/,
  /; (Expected type "\w+" to be an object\.)$/,
  /; ((?:Int|Float|String|Boolean|ID) cannot represent (?:an? )?non[- ][\w -]+ value)\b/,
];
