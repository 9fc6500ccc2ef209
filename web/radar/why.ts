export * from '../../api/radar/why.ts'
