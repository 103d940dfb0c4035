/** Roles that a person holds in the organisation they act for. */
export const roles = ['ORG_ADMIN', 'CASEWORKER', 'CAMPAIGNER', 'VIEWER', 'COALITION_STAFF'] as const;
export type Role = (typeof roles)[number];

/** Roles that open client files or other people's rights: granted by two people, and never to oneself. */
export const sensitiveRoles: readonly Role[] = ['ORG_ADMIN', 'CASEWORKER'];

/** A third-party tool that acts by an API key: it may what its scopes and the person who granted them may. */
export interface Tool {
  readonly keyId: string;
  /** `group:operation`, such as `campaign.summary:r`. */
  readonly scopes: readonly string[];
}

/** Another organisation with which a sharing agreement is in force, and one of the groups that it opens. */
export interface Partnership {
  readonly organizationId: string;
  readonly group: string;
}

/** An organisation that has raised the smallest number of its people that others are told. */
export interface RaisedThreshold {
  readonly organizationId: string;
  readonly smallestShown: number;
}

/**
 * Who is asking, read once per request at the gateway and carried to every subgraph in signed claims.
 * Without a token, or with one of nobody in particular, one is the public: no roles.
 */
export interface Viewer {
  readonly personId: string | null;
  readonly organizationId: string | null;
  /** Of what kind the organisation is (taxonomy `organisationKinds`): some may not take sides on a bill. */
  readonly organizationKind: string | null;
  /** Roles that count: none while the organisation is no active member. Of a tool, those of the person who granted its key. */
  readonly roles: readonly Role[];
  /** Roles in an organisation that is no active member; they open its own application and directory entry only. */
  readonly dormantRoles: readonly Role[];
  /** What the organisation takes from its roles: `ROLE:group:operation`. */
  readonly narrowed: readonly string[];
  readonly partnerships: readonly Partnership[];
  /** Organisations that are suspended or have left: others see none of their rows. */
  readonly hiddenOrganizations: readonly string[];
  /** Organisations that take part in aggregates: other members count their rows, as far as they share them. */
  readonly aggregatedOrganizations: readonly string[];
  readonly raisedThresholds: readonly RaisedThreshold[];
  readonly tool: Tool | null;
  /** The sign-in behind the token, or null: a demo token, an identity provider or a tool. */
  readonly signInId: string | null;
  /** When the person last proved a second factor, in milliseconds since 1970. */
  readonly secondFactorAt: number | null;
}

export const publicViewer: Viewer = {
  personId: null,
  organizationId: null,
  organizationKind: null,
  roles: [],
  dormantRoles: [],
  narrowed: [],
  partnerships: [],
  hiddenOrganizations: [],
  aggregatedOrganizations: [],
  raisedThresholds: [],
  tool: null,
  signInId: null,
  secondFactorAt: null,
};

/** A subject of an external identity provider, proved by its token. */
export interface ExternalSubject {
  readonly issuer: string;
  readonly subject: string;
  /** The organisation that the provider is bound to. */
  readonly organizationId: string;
}

/** Everything a subgraph learns about the request besides the GraphQL document. */
export interface RequestClaims {
  readonly viewer: Viewer;
  /** BCP 47 tags, most wanted first, from `Accept-Language`. */
  readonly languages: readonly string[];
  readonly requestId: string;
  /** Milliseconds since 1970: after this moment nobody waits for the answer any more. */
  readonly deadline: number;
  /** Network of the client as `clientNetwork` has it, for slowing down those who guess. */
  readonly network: string;
  /** Set when the bearer token is a valid one of an identity provider, whether or not somebody here is linked to it. */
  readonly external: ExternalSubject | null;
}
