import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { caseName, faultyText } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { holds } from "#study/truth/verdict";
import type { CaseReport } from "#study/truth/verify";

/**
 * What a run showed: the names of red tests by file and of wrong figures by case, and what could not even be
 * loaded or run.
 */
export interface Outcome {
  readonly red: ReadonlyMap<string, readonly string[]>;
  readonly broken: readonly string[];
}

/** Test files and cases of `breakwater verify`. */
export type Judges = Pick<Fault, "tests" | "cases">;

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const nothing: Outcome = { red: new Map(), broken: [] };

/** A copy of the project in a folder of its own, where faults are planted. The project stays as it is. */
export class Ground {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), "breakwater-faults-")));
  #running: ChildProcess | undefined = undefined;

  /** Copies what git knows of and what it would add; packages are linked. */
  constructor(root: string) {
    const listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const names = execFileSync("git", listing, { cwd: root, encoding: "utf8" }).split("\0");
    for (const name of names) {
      const isMeant = name !== "" && name !== "node_modules" && existsSync(join(root, name));
      if (isMeant) cpSync(join(root, name), join(this.folder, name));
    }
    mkdirSync(join(this.folder, "node_modules"));
    for (const name of readdirSync(join(root, "node_modules"))) {
      const isCache = name.startsWith(".") && name !== ".bin";
      if (!isCache) symlinkSync(join(root, "node_modules", name), join(this.folder, "node_modules", name));
    }
  }

  /** Runs what must turn red with a fault planted, and takes it out again. */
  async plant(fault: Fault): Promise<Outcome> {
    const path = join(this.folder, fault.file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, faultyText(fault, text));
    try {
      return await this.run(fault);
    } finally {
      writeFileSync(path, text);
    }
  }

  /** Runs test files as the project configures them, on one worker, and then cases, on one thread. */
  async run({ tests, cases = [] }: Judges): Promise<Outcome> {
    const { red, broken } = tests.length === 0 ? nothing : await this.#test(tests);
    const wrong = new Map<string, readonly string[]>();
    const stuck: string[] = [];
    for (const id of cases) {
      const figures = await this.#verify(id);
      if (figures === undefined) stuck.push(caseName(id));
      else if (figures.length > 0) wrong.set(caseName(id), figures);
    }
    return { red: new Map([...red, ...wrong]), broken: [...broken, ...stuck] };
  }

  async #test(tests: readonly string[]): Promise<Outcome> {
    const answer = join(this.folder, "outcome.json");
    rmSync(answer, { force: true });
    const vitest = join(this.folder, "node_modules", "vitest", "vitest.mjs");
    const wishes = ["run", ...tests, "--maxWorkers=1", "--reporter=json", `--outputFile=${answer}`];
    const { out, err } = await this.#spawn([vitest, ...wishes]);
    if (!existsSync(answer)) throw new Error(`the tests told no outcome:\n${out}${err}`);
    const report = JSON.parse(readFileSync(answer, "utf8")) as Report; // written by the reporter just chosen
    return this.#outcome(report);
  }

  /**
   * The figures of a case that are wrong, or that the engine broke off its run since its own accounts do not
   * fit; undefined where the command did not even get as far.
   */
  async #verify(id: string): Promise<readonly string[] | undefined> {
    const command = ["--import", "tsx", "--conditions=source", "src/shells/cli/main.ts"];
    const { out, err } = await this.#spawn([...command, "verify", id, "--json", "--threads", "1"]);
    if (out === "") return err.includes("BrokenInvariant: ") ? ["broke off"] : undefined;
    const { cases } = JSON.parse(out) as { readonly cases: readonly CaseReport[] }; // as verify writes it
    return cases.flatMap(({ figures }) => figures.filter((one) => !holds(one)).map(({ name }) => name));
  }

  /** Ends what runs here and removes the folder. */
  clear(): void {
    const { pid } = this.#running ?? {};
    // It leads a group of its own, so that its workers end with it.
    if (pid !== undefined) process.kill(-pid, "SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  #spawn(words: readonly string[]): Promise<{ readonly out: string; readonly err: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, words, { cwd: this.folder, detached: true });
      this.#running = child;
      let [out, err] = ["", ""];
      child.stdout.on("data", (part: Buffer) => (out += part.toString()));
      child.stderr.on("data", (part: Buffer) => (err += part.toString()));
      child.on("error", reject);
      child.on("close", () => {
        this.#running = undefined;
        resolve({ out, err });
      });
    });
  }

  #outcome({ testResults }: Report): Outcome {
    const red = new Map<string, string[]>();
    const broken: string[] = [];
    for (const { name, status, assertionResults } of testResults) {
      const file = relative(this.folder, name);
      const failed = assertionResults.filter((result) => result.status === "failed");
      if (failed.length > 0)
        red.set(
          file,
          failed.map(({ fullName }) => fullName.trim()),
        );
      else if (status === "failed") broken.push(file);
    }
    return { red, broken };
  }
}
