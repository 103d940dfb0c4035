export type VoteAgreement = 'AGREED' | 'DISAGREED' | 'NOT_CAST';

/** What a vote says about a position: yes is for the bill, no against it, everything else neither. */
export function voteAgreement(option: string, stance: 'SUPPORT' | 'OPPOSE'): VoteAgreement {
  if (option !== 'yes' && option !== 'no') return 'NOT_CAST';
  return (option === 'yes') === (stance === 'SUPPORT') ? 'AGREED' : 'DISAGREED';
}
