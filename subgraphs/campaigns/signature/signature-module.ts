import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { ActionCallSignResolver } from './action-call-sign';
import { Signature, Signing } from './signature.entity';
import { ActionCallSignaturesResolver, SignatureResolver } from './signature.resolver';
import { SignatureConfirmResolver } from './signature-confirm';
import {
  ActionCallCountsResolver,
  OrganizationSignatureCountResolver,
  SignatureCountsResolver,
} from './signature-counts';
import { SignatureUpdateResolver } from './signature-update';
import { SignatureWithdrawResolver } from './signature-withdraw';
import { SigningPayloadResolver, SigningResolver } from './signing.resolver';

/** Who signed a call, and how many. */
export const signatureModule: SubgraphModule = {
  resolvers: [
    ActionCallSignaturesResolver,
    ActionCallCountsResolver,
    SignatureCountsResolver,
    OrganizationSignatureCountResolver,
    ActionCallSignResolver,
    SignatureResolver,
    SigningResolver,
    SigningPayloadResolver,
    SignatureConfirmResolver,
    SignatureUpdateResolver,
    SignatureWithdrawResolver,
  ],
  entities: [Signing, Signature],
};
