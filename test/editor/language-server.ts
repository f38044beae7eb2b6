import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { startProcess } from '../support/processes';

/** The repository, as the editor's workspace. */
export const WORKSPACE = path.join(__dirname, '..', '..');

/** yaml-language-server as an editor runs it: a process that uses LSP over its standard streams. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();

  private constructor(settings: object) {
    const server = require.resolve('yaml-language-server/bin/yaml-language-server');
    this.#process = startProcess(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout, stdin } = this.#process;
    if (!stdout || !stdin) throw new Error('the language server has no streams');
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => (section === 'yaml' ? { schemaStore: { enable: false }, ...settings } : {})),
    );
    this.#connection.onRequest(RegistrationRequest.type, () => undefined);
    this.#connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
      this.#waiting.get(uri)?.(diagnostics),
    );
    this.#connection.listen();
  }

  /** @param settings the editor settings below `yaml.`; the public schema store is disabled, so that the server needs no network */
  static async start(settings: object = {}): Promise<LanguageServer> {
    const server = new LanguageServer(settings);
    const rootUri = pathToFileURL(WORKSPACE).href;
    await server.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'gatewright' }],
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } }, publishDiagnostics: {} },
      },
    });
    await server.#connection.sendNotification(InitializedNotification.type, {});
    return server;
  }

  /** Opens a document and returns its diagnostics. */
  async open(file: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = uriOf(file);
    const diagnostics = new Promise<readonly Diagnostic[]>((resolve) => {
      this.#waiting.set(uri, resolve);
    });
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    return diagnostics;
  }

  /** The completions at a position of an open document; line and character are 0-based, as in LSP. */
  async complete(file: string, line: number, character: number): Promise<readonly CompletionItem[]> {
    const answer: CompletionList | CompletionItem[] | null = await this.#connection.sendRequest(
      CompletionRequest.type,
      {
        textDocument: { uri: uriOf(file) },
        position: { line, character },
      },
    );
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    await ended;
    this.#connection.dispose();
  }
}

/** The document need not exist, because the editor sends its text. */
function uriOf(file: string): string {
  return pathToFileURL(path.join(WORKSPACE, file)).href;
}
