/** What the popup asks a page of Recruiter; answered with the name of the contract that is open. */
export const CONTRACT_ASKED = 'contract-asked';
