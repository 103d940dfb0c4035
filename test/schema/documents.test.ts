import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseManifest } from '../../gateway/documents/manifest';
import { manifestOfFolder, manifestText } from '../../gateway/documents/manifest-of-folder';
import { manifestFile, operationsFolder } from '../../gateway/documents/operations';
import { readTrustedDocuments } from '../../gateway/documents/trusted-documents';
import { sampleQueries } from '../../gateway/explorer/sample-queries';
import questions from '../e2e/questions/questions.json';

const root = join(__dirname, '../..');

test('the committed manifest follows from the documents (else: npm run documents)', () => {
  expect(readFileSync(manifestFile, 'utf8')).toBe(manifestText(manifestOfFolder(operationsFolder)));
});

test('its operations are what the explorer offers', () => {
  const { operations } = parseManifest(readFileSync(manifestFile, 'utf8'));
  const names = sampleQueries.map(({ query }) => /^query (\w+)/m.exec(query)?.[1]);
  expect(operations.map(({ name }) => name)).toEqual(names.sort());
});

describe('npm run documents -- <folder> <file.json>', () => {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  const file = join(folder, 'manifest.json');
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...values: string[]) =>
    spawnSync(process.execPath, ['dist/gateway/documents.command.js', ...values], {
      cwd: root,
      encoding: 'utf8',
    });
  const read = (files: readonly string[]) =>
    readTrustedDocuments({ trustedDocuments: 'required', trustedDocumentsFiles: files });

  test('writes the manifest of a folder of somebody else, which the setting takes', async () => {
    const { status, stdout } = run('test/e2e/questions', file);
    expect([status, stdout]).toEqual([0, `${file}: ${questions.length} operations\n`]);
    const { operations } = parseManifest(readFileSync(file, 'utf8'));
    const documents = await read([file, manifestFile]);
    expect(documents?.required).toBe(true);
    expect(documents?.bodies.size).toBe(questions.length + sampleQueries.length);
    for (const { id, body } of operations) expect(documents?.bodies.get(id)).toBe(body);
  });

  test('writes nothing where a document is wrong, and says which', () => {
    writeFileSync(join(folder, 'wrong.graphql'), '\nquery Wrong { nothing }\n');
    const { status, stderr } = run(folder, join(folder, 'wrong.json'));
    expect([status, stderr]).toEqual([
      1,
      `${join(folder, 'wrong.graphql')}:2: Cannot query field "nothing" on type "Query". [COMMAND_REFUSED]\n`,
    ]);
    expect(() => readFileSync(join(folder, 'wrong.json'))).toThrow(/ENOENT/);
  });

  test.each([[['test/e2e/questions']], [['/nowhere', file]], [['a', 'b', 'c']]])('refuses %j', (values) => {
    const { status, stderr } = run(...values);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^[^\n]+ \[COMMAND_REFUSED\]\n$/)]);
  });

  test('is not read where trusted documents are switched off, and must be good where they are not', async () => {
    const off = { trustedDocuments: 'off', trustedDocumentsFiles: ['/nowhere'] } as const;
    expect(await readTrustedDocuments(off)).toBeUndefined();
    writeFileSync(join(folder, 'bad.json'), '{');
    for (const bad of ['/nowhere', join(folder, 'bad.json')]) {
      await expect(read([manifestFile, bad])).rejects.toMatchObject({
        code: 'SETTING_INVALID',
        message: expect.stringContaining(`HUB_TRUSTED_DOCUMENTS_FILES cannot be used: ${bad}`),
      });
    }
    expect((await read([]))?.bodies.size).toBe(sampleQueries.length);
  });
});
