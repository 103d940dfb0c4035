import { defineSharing } from '../../../shared/sharing/define-sharing';
import { Organization } from '../stubs';

/** How organisations share the data that this subgraph guards. */
export const { SharingVersion, sharingReference, sharingResolvers } = defineSharing({
  schema: 'campaigns',
  Organization,
});
