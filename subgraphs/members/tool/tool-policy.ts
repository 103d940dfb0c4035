import type { PolicyPart } from '../../../shared/permission/policy';

/** API clients and their keys. */
export const toolPolicy: PolicyPart = {
  groups: {
    'apikey.meta': {
      ceiling: 'PRIVATE',
      standard: 'PRIVATE',
      cells: {
        ORG_ADMIN: 'rcd/-',
        CASEWORKER: '-/-',
        CAMPAIGNER: '-/-',
        VIEWER: '-/-',
        COALITION_STAFF: '-/-',
        TOOL: 'rd@U/-',
        PUBLIC: '-/-',
      },
      secondFactor: ['c'],
    },
  },
  mutations: {
    'apikey.meta:c': ['apiClientCreate', 'apiKeyCreate', 'apiKeyRotate'],
    'apikey.meta:d': ['apiKeyRevoke', 'apiClientRevoke'],
  },
  fields: {
    ApiClient: { 'apikey.meta': ['id', 'name', 'createdAt', 'revokedAt', 'keys'] },
    ApiKey: {
      'apikey.meta': [
        'id',
        'prefix',
        'scopes',
        'addresses',
        'grantedBy',
        'createdAt',
        'expiresAt',
        'lastUsedAt',
        'revokedAt',
      ],
    },
    ApiClientPayload: { open: ['client', 'userErrors'] },
    ApiKeyPayload: { open: ['key', 'userErrors'] },
    ApiKeySecretPayload: { open: ['key', 'secret', 'userErrors'] },
  },
  tables: {
    api_client: {
      group: 'apikey.meta',
      writes: { insert: 'c', update: 'd' },
      updates: ['revoked_at'],
      check: 'created_by = (select hub.viewer_person()) or revoked_at is not null',
      identityColumns: ['organization_id', 'id', 'revoked_at'],
    },
    api_key: {
      group: 'apikey.meta',
      writes: { insert: 'c', update: 'd' },
      updates: ['revoked_at'],
      // Who grants a key lends it their own rights, never those of somebody else.
      check: 'granted_by = (select hub.viewer_person()) or revoked_at is not null',
      conditions: { U: 'id = (select hub.viewer_tool())' },
      identityColumns: [
        'organization_id',
        'id',
        'client_id',
        'key_hash',
        'scopes',
        'addresses',
        'granted_by',
        'expires_at',
        'last_used_at',
        'revoked_at',
      ],
      // The hash too: a key that is used outlives the secret that it was hashed with.
      identityUpdates: ['last_used_at', 'key_hash'],
    },
  },
};
