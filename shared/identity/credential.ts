/**
 * What a request shows of who is asking, checked as far as that goes without the database. `members.viewer` takes
 * it as JSON and answers with the viewer, or null when it leads to no active account.
 */
export type Credential =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'account';
      readonly personId: string;
      readonly organizationId: string;
      /** The sign-in that the token belongs to, so that signing out counts at once; null for demo tokens. */
      readonly signInId: string | null;
    }
  | {
      readonly kind: 'external';
      readonly issuer: string;
      readonly subject: string;
      readonly organizationId: string;
    }
  | {
      readonly kind: 'key';
      /** Keyed hashes of the API key, one per secret that is still accepted. */
      readonly hashes: readonly string[];
      readonly address: string;
    };
