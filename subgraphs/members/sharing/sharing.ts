import { defineSharing } from '../../../shared/sharing/define-sharing';
import { Organization } from '../organization/organization.entity';

/** How organisations share the data that this subgraph guards. */
export const { SharingVersion, sharingReference, sharingResolvers } = defineSharing({
  schema: 'members',
  Organization,
});
