// Runs at the end of `npm ci`. Plain JavaScript, and what npm runs on says which Node that was: the one here is ours.
const [, major] = /node\/v(\d+)/.exec(process.env.npm_config_user_agent ?? '') ?? [];
if (Number(major) < 24) {
  console.log(
    `This machine has Node ${major}; Signet runs on Node 24, which npm has just installed for it. Nothing else is needed: npm start.`,
  );
}
