import { loadById } from '../../../shared/database/load-rows';
import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { StoryProfile } from './story-profile.entity';

export const storyProfileReference: ReferenceResolver = (ref, context) =>
  isId('StoryProfile', ref) ? loadById(context, StoryProfile, ref) : null;
