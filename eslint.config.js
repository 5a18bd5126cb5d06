import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/**
 * What the compiler does not see. Rules of style that need no types stand in `test/tidy`, each proven by a
 * planted violation; here are those that need types.
 */
export default defineConfig(
  globalIgnores(["dist/", "coverage/", "runs/"]),
  {
    files: ["src/**/*.ts", "test/**/*.ts", "bench/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "prefer-const": "error",
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // A parameter that a contract gives and an implementation has no use for begins with `_`.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      // The tidy test allows it in a short list of hot files, and nowhere else.
      "@typescript-eslint/no-non-null-assertion": "off",
      // `T | undefined` in fields of data is what exactOptionalPropertyTypes asks for.
      "@typescript-eslint/no-redundant-type-constituents": "off",
      // A field's type is the one place where a value's type is stated: `FieldsOf<T>`, `Column` and kinds
      // need it.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // `(row) => rows.push(row)` reads well and returns to nobody.
      "@typescript-eslint/no-confusing-void-expression": "off",
    },
  },
  {
    files: ["test/**/*.ts", "bench/**/*.ts"],
    rules: {
      "no-console": "off",
      "@typescript-eslint/explicit-module-boundary-types": "off",
      // Functions of a library under test are passed around.
      "@typescript-eslint/unbound-method": "off",
    },
  },
);
