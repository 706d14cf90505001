/** Words that a directorate's solution can begin with, which any municipality begins with and changes in the console. */
import type { ProposalTemplate } from '../../contracts/proposals.ts'

const work = { kind: 'solution', byWhom: null, costClass: 'small', citizenMust: null, alternatives: null, entersPrivate: false, costsCitizen: false } as const
export const proposalTemplates: readonly Omit<ProposalTemplate, 'id' | 'topicId'>[] = [
  { ...work, name: 'Yerinde inceleme ve onarım', what: 'Ekibimiz yerinde inceleyip onaracak.', byWhom: 'Müdürlük ekibi' },
  { ...work, name: 'Kalıcı onarım, hava uygunsa', what: 'Ekibimiz kalıcı onarımı yapacak. Hava uygun olmazsa yeni günü size bildireceğiz.', byWhom: 'Müdürlük ekibi', costClass: 'medium' },
  { ...work, name: 'Evinize girerek kontrol', what: 'Ekibimiz evinizdeki bağlantıyı kontrol edip onaracak.', byWhom: 'Müdürlük ekibi', citizenMust: 'Bildirilen gün evde bulunmanız', entersPrivate: true },
  { ...work, kind: 'refusal', costClass: 'none', name: 'Ret: özel mülkiyet', what: 'Burası özel mülkiyettir, belediye burada çalışma yapamaz.', alternatives: 'Mülk sahibi izin verirse yeniden başvurabilirsiniz' },
]
