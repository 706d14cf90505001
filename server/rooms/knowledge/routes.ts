import type { knowledgeApi } from '../../../contracts/knowledge.ts'
import type { Handlers } from '../../platform/http/operations.ts'
import { answered, dropQuestion, figures, noAnswer, unanswered } from './answering.ts'
import { announcements, articlePage, articles, findKnowledge } from './reading.ts'
import { discardDraft, pinArticle, publishArticle, restoreArticle, retireArticle, returnArticle, saveArticle, sendToReview, startArticle, undoPublish } from './writing.ts'

/** One handler per operation; leave one out and this file stops compiling. */
export const knowledgeRoutes: Handlers<typeof knowledgeApi> = {
  findKnowledge, announcements, articles, article: articlePage, startArticle, saveArticle, sendToReview, returnArticle, publishArticle, undoPublish, discardArticleDraft: discardDraft,
  retireArticle, restoreArticle, pinArticle, answered, noAnswer, unanswered, dropQuestion, knowledgeFigures: figures,
}
