/** What to do with an empty database, word for word. */
export const FIRST_STEPS = `The database is empty. Create a contract and a seat, invite its admin and the seat's recruiter, and
make a key for the program that reports InMails and answers:

  npm run good-standing -- contract create --name "Fernhill Talent" --source feed
  npm run good-standing -- seat add --contract fernhill-talent --holder "Nora Lindqvist"
  npm run good-standing -- invite --contract fernhill-talent --email admin@example.com --admin
  npm run good-standing -- invite --contract fernhill-talent --email nora@example.com --seat seat-1
  npm run good-standing -- invite --contract fernhill-talent --feed

The name is the one that Recruiter shows in its navigation. What the program sends is described at
/docs. Each link lets its person in once: they choose a password. The recruiter loads the extension
(npm run build, then dist/extension/chrome-mv3 as an unpacked extension), enters this server's address
in its options, presses Connect, and approves the browser. The contract starts in observation;
recruiters see it from here on:

  npm run good-standing -- mode inform --contract fernhill-talent
`;
