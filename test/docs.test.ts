/** The documents against the project: what they name exists, and what they should describe is described. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SETTING_NAMES } from '../src/config.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(at(path), 'utf8');

const DOCS = [
  'README.md',
  'AGENTS.md',
  'CHANGELOG.md',
  ...readdirSync(at('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const matches = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
];

/** Made on a person's machine, and in no clone. */
const NOT_IN_A_CLONE = new Set(['.env']);

/** What stands in `dist` is built from the same name in `src`. */
const sourceOf = (path: string): string => path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts');

/** Paths anywhere in a text that begin with a folder of the project, and root files in code marks. */
function pathsIn(text: string): string[] {
  const inFolders = matches(
    text,
    /(?<![\w./-])((?:src|test|knowledge|docs|dist|\.ci|\.github|\.slack)\/[\w./-]*)/g,
  );
  const atRoot = matches(text, /`(\.?[\w-]+\.[a-z.]+|Dockerfile|LICENSE)`/g).filter((name) =>
    /\.(?:ts|json|jsonc|yml|md|example|env)$|^\.env|^[A-Z]/.test(name),
  );
  return [...inFolders, ...atRoot].map((path) => sourceOf(path.replace(/[./]+$/, '')));
}

/** Relative links, as the path from the project's root and the heading they lead to. */
function linksIn(doc: string): { path: string; heading: string | undefined }[] {
  return matches(read(doc), /\]\(((?!https?:)[^)\s]+)\)/g).map((target) => {
    const [path = '', heading] = target.split('#');
    const url = new URL(path === '' ? doc : path, new URL(doc, 'file:///'));
    return { path: url.pathname.slice(1), heading };
  });
}

/** A heading's anchor, as GitHub makes it. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

describe.each(DOCS)('%s', (doc) => {
  const text = read(doc);

  test('names only paths that exist', () => {
    const named = pathsIn(text).filter((path) => !NOT_IN_A_CLONE.has(path));
    expect(named.filter((path) => !existsSync(at(path)))).toEqual([]);
  });

  test('links only to files and headings that exist', () => {
    const broken = linksIn(doc).filter(({ path, heading }) => {
      if (!existsSync(at(path))) return true;
      return (
        heading !== undefined &&
        !matches(read(path), /^#+ (.+)$/gm)
          .map(anchor)
          .includes(heading)
      );
    });
    expect(broken).toEqual([]);
  });

  test('names only npm scripts that exist and have something to run', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [
      ...matches(text, /npm run (?:--silent )?([\w:-]+)/g),
      ...matches(text, /npm (start|test)\b/g),
    ];
    const broken = named.filter((name) => {
      const program = /node .*?(dist\/\S+)/.exec(scripts[name] ?? '')?.[1];
      return scripts[name] === undefined || (program !== undefined && !existsSync(at(sourceOf(program))));
    });
    expect(broken).toEqual([]);
  });

  test('has its figures between marks that close', () => {
    const opened = matches(text, /<!-- figures:(\w+) -->/g);
    expect(matches(text, /<!-- \/figures:(\w+) -->/g)).toEqual(opened);
  });
});

describe('settings', () => {
  const described = matches(read('README.md'), /^\| `([A-Z_]+)` \|/gm);

  test('are the same in the README, in .env.example and in the code', () => {
    const example = matches(read('.env.example'), /^([A-Z_]+)=/gm);
    expect(described.toSorted()).toEqual(example.toSorted());
    expect(described.toSorted()).toEqual([...SETTING_NAMES].toSorted());
  });
});

test('the README explains each permission that the manifest asks for', () => {
  const scopes = matches(read('manifest.yml'), /^ {6}- ([a-z_]+:?[a-z]*)$/gm).filter(
    (name) => name.includes(':') || name === 'commands',
  );
  expect(scopes.length).toBeGreaterThan(0);
  expect(scopes.filter((scope) => !read('README.md').includes(`\`${scope}\``))).toEqual([]);
});

test('the README says what each dependency is for', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const names = [dependencies, devDependencies, optionalDependencies].flatMap((list) =>
    Object.keys(list ?? {}),
  );
  const own = names.filter((name) => !name.startsWith('@types/'));
  expect(own.filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([]);
});

test('AGENTS.md stays short', () => {
  expect(read('AGENTS.md').trimEnd().split('\n').length).toBeLessThanOrEqual(60);
});
