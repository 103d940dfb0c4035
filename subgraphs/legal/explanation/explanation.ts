import { defineExplanation } from '../../../shared/explanation/define-explanation';
import { Figure } from '../figure/figures';
import { Service } from '../service/service.entity';
import { SharingVersion } from '../sharing/sharing';
import { StoryProfile } from '../story/story-profile.entity';
import { Organization } from '../stubs';

/** Why records of this subgraph are visible or not. */
export const { explanationResolvers } = defineExplanation({
  schema: 'legal',
  Organization,
  types: {
    Service: { kind: 'Service', entity: Service },
    StoryProfile: { kind: 'StoryProfile', entity: StoryProfile },
    ReportedFigure: { kind: 'ReportedFigure', entity: Figure },
    SharingVersion: { kind: 'SharingVersion', entity: SharingVersion },
  },
});
