import { isId } from '../../../shared/schema/type-id';
import type { ReferenceResolver } from '../../../shared/subgraph/definition';
import { loadStoryProfile } from './story-profile.repository';

export const storyProfileReference: ReferenceResolver = (ref, context) =>
  isId('StoryProfile', ref) ? loadStoryProfile(context, ref) : null;
