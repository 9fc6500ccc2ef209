export * from '../../../api/ranking/method-words.ts'
