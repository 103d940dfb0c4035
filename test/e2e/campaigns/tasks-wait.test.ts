import fc from 'fast-check';
import { seedId } from '../../../shared/schema/type-id';
import { boardOf, lead, taskSelection as selection, type Task } from '../../testkit/board';
import { changesOf, inBoth } from '../../testkit/changes';
import { transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

describe.each(transports)('tasks, over the %s transport', (transport) => {
  const { hub } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  const { newCampaign, move, ...board } = boardOf(hub);
  let campaign: string;
  beforeEach(async () => {
    campaign = await newCampaign();
  });
  const add = (given?: object) => board.add(campaign, given);

  it('wait for others, and are neither begun nor done before those are', async () => {
    const first = await add();
    const second = await add({ blockedBy: [first.id] });
    expect(second).toMatchObject({ isBlocked: true, blockedBy: [{ id: first.id }] });
    expect(await move(second.id, 'COMPLETED')).toBe('BLOCKED');
    expect(await move(second.id, 'IN_PROCESS')).toBe('BLOCKED');
    expect(await move(first.id, 'COMPLETED')).toBe('COMPLETED');
    expect(await move(second.id, 'COMPLETED')).toBe('COMPLETED');
    expect(await move(second.id, 'COMPLETED')).toBe('UNCHANGED');
  });

  it('never wait for themselves, also when two writers add the two halves at once', async () => {
    const chain = [await add(), await add(), await add()];
    const wait = (n: number, blocker: number) =>
      change(
        lead,
        'campaignTaskUpdate',
        { task: chain[n]!.id, version: chain[n]!.version, blockedBy: [chain[blocker]!.id] },
        selection,
      );
    expect((await wait(0, 0)).userErrors).toMatchObject([{ code: 'WAITS_FOR_ITSELF' }]);
    const answers = await Promise.all([wait(0, 1), wait(1, 2), wait(2, 0)]);
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(['WAITS_FOR_ITSELF']);
  });

  it('wait for each other in any way that makes no circle, and in no other', async () => {
    const size = 5;
    const wish = fc.record({ task: fc.nat(size - 1), blockedBy: fc.subarray([...Array(size).keys()]) });
    const told = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 10, maxLength: 10 }), async (wishes) => {
        campaign = await newCampaign();
        const tasks: Task[] = [];
        for (let n = 0; n < size; n++) tasks.push(await add());
        const waits: number[][] = tasks.map(() => []);
        const reaches = (from: readonly number[], to: number): boolean =>
          from.some((one) => one === to || reaches(waits[one]!, to));
        for (const { task: n, blockedBy } of wishes) {
          const { id, version } = tasks[n]!;
          const edit = { task: id, version, blockedBy: blockedBy.map((one) => tasks[one]!.id) };
          const { task, userErrors } = await change(lead, 'campaignTaskUpdate', edit, selection);
          const circle = reaches(blockedBy, n);
          expect(userErrors.map(({ code }: { code: string }) => code)).toEqual(
            circle ? ['WAITS_FOR_ITSELF'] : [],
          );
          told[circle ? 'refused' : 'taken']++;
          if (circle) continue;
          waits[n] = blockedBy;
          tasks[n] = task;
        }
      }),
      { numRuns: 5, seed: 6 },
    );
    expect(Math.min(told.taken, told.refused)).toBeGreaterThan(5);
  });

  it('wait for tasks of their own campaign only', async () => {
    const { id } = await add();
    campaign = await newCampaign();
    for (const blocker of [id, seedId('CampaignTask', 'nobody')]) {
      expect(
        await refusal(lead, 'campaignTaskCreate', {
          campaign,
          title: inBoth('x', 'س'),
          blockedBy: [blocker],
        }),
      ).toEqual(['NO_SUCH_TASK null']);
    }
  });
});
