/** The vocabulary that a member of a dimension belongs to: countries have their own, every other one is of `figureMembers`. */
export const memberList = (dimension: string, member: string): 'countries' | 'figureMembers' =>
  (dimension === 'COUNTRY' || dimension === 'NATIONALITY') && member.length === 2
    ? 'countries'
    : 'figureMembers';
