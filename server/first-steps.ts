/** What to do with an empty database, word for word. */
export const FIRST_STEPS = `The database is empty. Create a contract, a seat, and the tokens of its recruiter and of the
program that reports its InMails and answers:

  npm run good-standing -- contract create --name "Fernhill Talent" --source feed
  npm run good-standing -- seat add --contract fernhill-talent --holder "Nora Lindqvist"
  npm run good-standing -- invite --contract fernhill-talent --seat seat-1
  npm run good-standing -- invite --contract fernhill-talent --feed

The name is the one that Recruiter shows in its navigation. What the program sends is described at
/docs. The recruiter loads the extension (npm run build, then dist/extension/chrome-mv3 as an
unpacked extension) and enters this server's address and the token in its options. The contract
starts in observation; recruiters see it from here on:

  npm run good-standing -- mode inform --contract fernhill-talent
`;
