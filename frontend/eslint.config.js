import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/node_modules', 'shared/src/api-types.ts'] },
  ...tseslint.configs.strict,
  lit.configs['flat/recommended'],
  {
    rules: {
      complexity: ['error', 12],
      'max-lines': ['error', 500],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Counters in texts are numbers.
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  { files: ['**/*.mjs'], rules: { 'no-console': 'off' } },
);
