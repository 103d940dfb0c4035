import { type TranslationInput, toTranslations } from '../../../shared/language/translation-input';
import { givenDay, givenIds } from '../../../shared/mutation/input-values';
import type { CampaignTask } from './task.entity';
import type { TaskParts } from './task.inputs';

type Content = TaskParts & { title?: TranslationInput[] | null; owner?: string | null };

/**
 * The columns that an input changes. Who takes part, and who waits for whom, is for the database to check: others may
 * change that at the same moment.
 * @throws Refusal that names the field
 */
export function readTask({
  title,
  description,
  owner,
  person,
  dueOn,
  blockedBy,
}: Content): Partial<CampaignTask> {
  return {
    ...(title != null && { title: toTranslations(title, 'title') }),
    ...(description !== undefined && {
      description: description && toTranslations(description, 'description'),
    }),
    ...(owner != null && { ownerOrganizationId: givenIds('Organization', [owner], 'owner')[0]! }),
    ...(person !== undefined && { personId: person && givenIds('Person', [person], 'person')[0]! }),
    ...(dueOn !== undefined && { dueOn: dueOn && givenDay(dueOn, 'dueOn') }),
    ...(blockedBy != null && { blockerIds: givenIds('CampaignTask', blockedBy, 'blockedBy') }),
  };
}
