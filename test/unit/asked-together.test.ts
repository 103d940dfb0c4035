import { askedTogether } from '../../gateway/identity/asked-together';

/** A question that is answered by hand. */
function byHand() {
  const answers: { give(answer: string): void; fail(): void }[] = [];
  const ask = () =>
    new Promise<string>((give, reject) => answers.push({ give, fail: () => reject(new Error('gone')) }));
  return { answers, ask: askedTogether(ask) };
}
const turn = () => new Promise(setImmediate);

it('asks once for all who come together', async () => {
  const { answers, ask } = byHand();
  const told = Promise.all([ask(), ask(), ask()]);
  await turn();
  expect(answers).toHaveLength(1);
  answers[0]!.give('now');
  expect(await told).toEqual(['now', 'now', 'now']);
});

it('tells nobody what was found out before they came', async () => {
  const { answers, ask } = byHand();
  const early = ask();
  await turn();
  const late = [ask(), ask()];
  await turn();
  expect(answers).toHaveLength(1);
  answers[0]!.give('before');
  expect(await early).toBe('before');
  await turn();
  expect(answers).toHaveLength(2);
  answers[1]!.give('after');
  expect(await Promise.all(late)).toEqual(['after', 'after']);
});

it('asks again when a question has failed, and lets only those fail who had asked it', async () => {
  const { answers, ask } = byHand();
  const early = ask();
  await turn();
  const late = ask();
  answers[0]!.fail();
  await expect(early).rejects.toThrow('gone');
  await turn();
  answers[1]!.give('after');
  expect(await late).toBe('after');
});
