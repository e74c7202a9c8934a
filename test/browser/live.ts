import { CONTRACT_NAME, startApi, type ApiOptions, type TestApi } from '#test/browser/api.ts';
import { launchExtension, type Extension } from '#test/browser/extension.ts';
import { RecruiterPage } from '#test/browser/recruiter-page.ts';
import { startStandIn, type StandIn, type StandInOptions } from '#test/recruiter/server.ts';

/** The real API, the stand-in by its clock, and the built extension, connected as the recruiter. */
export type Live = Readonly<{
  api: TestApi;
  standIn: StandIn;
  extension: Extension;
  /** Recruiter in a tab of its own. @param path of the stand-in; a blank tab without one. */
  open(path?: string): Promise<RecruiterPage>;
  /** What has been posted to addresses that end so, from here on; it grows. */
  postedTo(path: string): readonly string[];
  close(): Promise<void>;
}>;

type Given = Omit<StandInOptions, 'now' | 'contractName'> & {
  api?: ApiOptions;
  /** What the seat has lived through before the extension is connected. */
  before?: (api: TestApi) => Promise<void>;
  /** Called with the extension before it asks anything of the API. */
  launched?: (extension: Extension) => void;
};

export async function startLive({
  api: options,
  before,
  launched,
  ...page
}: Given = {}): Promise<Live> {
  const api = await startApi(options);
  await before?.(api);
  const settings = { contractName: CONTRACT_NAME, lateMs: [10, 60], ...page } as const;
  const standIn = await startStandIn({ now: () => api.now(), ...settings });
  const extension = await launchExtension({ args: standIn.chromiumArgs });
  launched?.(extension);
  await extension.connect(api.url, api.approve.recruiter);
  return {
    api,
    standIn,
    extension,
    async open(path) {
      const at = new RecruiterPage(await extension.context.newPage());
      if (path !== undefined) await at.page.goto(standIn.origin + path);
      return at;
    },
    postedTo(path) {
      const posted: string[] = [];
      extension.context.on('request', (request) => {
        if (request.url().endsWith(path)) posted.push(request.postData() ?? '');
      });
      return posted;
    },
    async close() {
      await extension.close();
      await standIn.close();
      await api.close();
    },
  };
}
