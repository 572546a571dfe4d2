/** What a command may touch of the process it runs in; a test hands over its own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outIsTty: boolean;
  readonly errIsTty: boolean;
  readonly nodeVersion: string;
}

export const processTerminal = (): Terminal => ({
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  outIsTty: process.stdout.isTTY === true,
  errIsTty: process.stderr.isTTY === true,
  nodeVersion: process.version,
});
