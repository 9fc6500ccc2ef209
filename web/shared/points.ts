export * from '../../api/ranking/points.ts'
