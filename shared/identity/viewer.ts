/** Roles that a person holds in the organisation they act for. */
export const roles = ['ORG_ADMIN', 'CASEWORKER', 'CAMPAIGNER', 'VIEWER', 'COALITION_STAFF'] as const;
export type Role = (typeof roles)[number];

/**
 * Who is asking, read once per request at the gateway and carried to every subgraph in signed claims.
 * Without a token, or for an organisation that is not an active member, one is the public: no roles.
 */
export interface Viewer {
  readonly personId: string | null;
  readonly organizationId: string | null;
  readonly roles: readonly Role[];
}

export const publicViewer: Viewer = { personId: null, organizationId: null, roles: [] };

/** Everything a subgraph learns about the request besides the GraphQL document. */
export interface RequestClaims {
  readonly viewer: Viewer;
  /** BCP 47 tags, most wanted first, from `Accept-Language`. */
  readonly languages: readonly string[];
  readonly requestId: string;
  /** Milliseconds since 1970: after this moment nobody waits for the answer any more. */
  readonly deadline: number;
}
