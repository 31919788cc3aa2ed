-- Written by scripts/generate.py.

CREATE TABLE IF NOT EXISTS account_conversations (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	conversation_id BIGINT NOT NULL,
	participant_account_ids JSON NOT NULL,
	status_ids JSON NOT NULL,
	last_status_id BIGINT NOT NULL,
	unread BOOLEAN NOT NULL
);
CREATE INDEX IF NOT EXISTS account_conversations_by_account ON account_conversations (account_id, last_status_id);
CREATE INDEX IF NOT EXISTS ix_account_conversations_conversation_id ON account_conversations (conversation_id);
CREATE TABLE IF NOT EXISTS account_domain_blocks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	domain TEXT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS account_domain_blocks_by_account ON account_domain_blocks (account_id, domain);
CREATE TABLE IF NOT EXISTS account_notes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	target_account_id BIGINT NOT NULL,
	comment TEXT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS account_notes_by_account ON account_notes (account_id, target_account_id);
CREATE INDEX IF NOT EXISTS account_notes_by_target ON account_notes (target_account_id, account_id);
CREATE TABLE IF NOT EXISTS account_pins (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	target_account_id BIGINT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS account_pins_by_account ON account_pins (account_id, target_account_id);
CREATE INDEX IF NOT EXISTS account_pins_by_target ON account_pins (target_account_id, account_id);
CREATE TABLE IF NOT EXISTS account_stats (
	account_id BIGINT NOT NULL,
	statuses_count INTEGER NOT NULL,
	following_count INTEGER NOT NULL,
	followers_count INTEGER NOT NULL,
	last_status_at BIGINT,
	PRIMARY KEY (account_id)
);
CREATE TABLE IF NOT EXISTS account_warning_presets (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	title TEXT NOT NULL,
	text TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS account_warnings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	target_account_id BIGINT NOT NULL,
	action TEXT NOT NULL,
	text TEXT NOT NULL,
	status_ids JSON,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS accounts (
	id INTEGER NOT NULL,
	username TEXT NOT NULL,
	domain TEXT,
	display_name TEXT NOT NULL,
	note TEXT NOT NULL,
	uri TEXT NOT NULL,
	url TEXT,
	locked BOOLEAN NOT NULL,
	bot BOOLEAN NOT NULL,
	"group" BOOLEAN NOT NULL,
	discoverable BOOLEAN,
	indexable BOOLEAN NOT NULL,
	hide_collections BOOLEAN,
	show_media BOOLEAN NOT NULL,
	show_media_replies BOOLEAN NOT NULL,
	show_featured BOOLEAN NOT NULL,
	memorial BOOLEAN NOT NULL,
	avatar TEXT,
	avatar_static TEXT,
	avatar_description TEXT NOT NULL,
	header TEXT,
	header_static TEXT,
	header_description TEXT NOT NULL,
	fields JSON NOT NULL,
	attribution_domains JSON NOT NULL,
	emojis JSON NOT NULL,
	feature_policy JSON,
	moved_to_account_id BIGINT,
	created_at BIGINT NOT NULL,
	silenced_at BIGINT,
	suspended_at BIGINT,
	sensitized_at BIGINT,
	data_deleted_at BIGINT,
	PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS accounts_by_name ON accounts (lower(username), domain);
CREATE INDEX IF NOT EXISTS accounts_suspended ON accounts (suspended_at) WHERE suspended_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS announcement_mutes (
	account_id BIGINT NOT NULL,
	announcement_id BIGINT NOT NULL,
	PRIMARY KEY (account_id, announcement_id)
);
CREATE TABLE IF NOT EXISTS announcement_reactions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	announcement_id BIGINT NOT NULL,
	name TEXT NOT NULL,
	custom_emoji_id BIGINT,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS announcement_reactions_once ON announcement_reactions (announcement_id, account_id, name);
CREATE TABLE IF NOT EXISTS announcements (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	text TEXT NOT NULL,
	published BOOLEAN NOT NULL,
	all_day BOOLEAN NOT NULL,
	status_ids JSON NOT NULL,
	starts_at BIGINT,
	ends_at BIGINT,
	scheduled_at BIGINT,
	published_at BIGINT,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS appeals (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_warning_id BIGINT NOT NULL,
	text TEXT NOT NULL,
	state TEXT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_appeals_account_warning_id ON appeals (account_warning_id);
CREATE TABLE IF NOT EXISTS async_refreshes (
	"key" TEXT NOT NULL,
	finished BOOLEAN NOT NULL,
	changed_at BIGINT NOT NULL,
	result_count INTEGER,
	PRIMARY KEY ("key")
);
CREATE TABLE IF NOT EXISTS blocks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	target_account_id BIGINT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS blocks_by_account ON blocks (account_id, target_account_id);
CREATE INDEX IF NOT EXISTS blocks_by_target ON blocks (target_account_id, account_id);
CREATE TABLE IF NOT EXISTS bookmarks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	status_id BIGINT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS bookmarks_by_account ON bookmarks (account_id, status_id);
CREATE INDEX IF NOT EXISTS ix_bookmarks_status_id ON bookmarks (status_id);
CREATE TABLE IF NOT EXISTS canonical_email_blocks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	canonical_email_hash TEXT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS collection_items (
	id INTEGER NOT NULL,
	collection_id BIGINT NOT NULL,
	account_id BIGINT NOT NULL,
	state TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	PRIMARY KEY (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS collection_items_once ON collection_items (collection_id, account_id);
CREATE INDEX IF NOT EXISTS ix_collection_items_account_id ON collection_items (account_id);
CREATE TABLE IF NOT EXISTS collections (
	id INTEGER NOT NULL,
	account_id BIGINT NOT NULL,
	name TEXT NOT NULL,
	description TEXT,
	language TEXT,
	sensitive BOOLEAN NOT NULL,
	discoverable BOOLEAN NOT NULL,
	tag_id BIGINT,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_collections_account_id ON collections (account_id);
CREATE TABLE IF NOT EXISTS conversation_mutes (
	account_id BIGINT NOT NULL,
	conversation_id BIGINT NOT NULL,
	PRIMARY KEY (account_id, conversation_id)
);
CREATE TABLE IF NOT EXISTS conversations (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS custom_emojis (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	shortcode TEXT NOT NULL,
	domain TEXT,
	image TEXT NOT NULL,
	image_static TEXT NOT NULL,
	category TEXT,
	visible_in_picker BOOLEAN NOT NULL,
	disabled BOOLEAN NOT NULL,
	featured BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS custom_filter_keywords (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	custom_filter_id BIGINT NOT NULL,
	keyword TEXT NOT NULL,
	whole_word BOOLEAN NOT NULL,
	updated_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_custom_filter_keywords_custom_filter_id ON custom_filter_keywords (custom_filter_id);
CREATE TABLE IF NOT EXISTS custom_filter_statuses (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	custom_filter_id BIGINT NOT NULL,
	status_id BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_custom_filter_statuses_custom_filter_id ON custom_filter_statuses (custom_filter_id);
CREATE INDEX IF NOT EXISTS ix_custom_filter_statuses_status_id ON custom_filter_statuses (status_id);
CREATE TABLE IF NOT EXISTS custom_filters (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	title TEXT NOT NULL,
	context JSON NOT NULL,
	action TEXT NOT NULL,
	expires_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_custom_filters_account_id ON custom_filters (account_id);
CREATE TABLE IF NOT EXISTS discarded_statuses (
	status_id BIGINT NOT NULL,
	columns JSON NOT NULL,
	PRIMARY KEY (status_id)
);
CREATE TABLE IF NOT EXISTS domain_allows (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	domain TEXT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS domain_blocks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	domain TEXT NOT NULL,
	severity TEXT NOT NULL,
	reject_media BOOLEAN NOT NULL,
	reject_reports BOOLEAN NOT NULL,
	obfuscate BOOLEAN NOT NULL,
	private_comment TEXT,
	public_comment TEXT,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS domain_blocks_by_domain ON domain_blocks (domain);
CREATE TABLE IF NOT EXISTS due (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	at BIGINT NOT NULL,
	kind TEXT NOT NULL,
	payload JSON NOT NULL
);
CREATE INDEX IF NOT EXISTS due_by_time ON due (at, id);
CREATE TABLE IF NOT EXISTS email_domain_block_attempts (
	email_domain_block_id BIGINT NOT NULL,
	day BIGINT NOT NULL,
	ip TEXT NOT NULL,
	uses INTEGER NOT NULL,
	PRIMARY KEY (email_domain_block_id, day, ip)
);
CREATE TABLE IF NOT EXISTS email_domain_blocks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	domain TEXT NOT NULL,
	allow_with_approval BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS favourites (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	status_id BIGINT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS favourites_by_account ON favourites (account_id, status_id);
CREATE INDEX IF NOT EXISTS ix_favourites_status_id ON favourites (status_id);
CREATE TABLE IF NOT EXISTS featured_tags (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	tag_id BIGINT NOT NULL,
	name TEXT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_featured_tags_account_id ON featured_tags (account_id);
CREATE TABLE IF NOT EXISTS feed_entries (
	kind TEXT NOT NULL,
	owner_id BIGINT NOT NULL,
	status_id BIGINT NOT NULL,
	reblog_of_id BIGINT,
	hidden BOOLEAN NOT NULL,
	PRIMARY KEY (kind, owner_id, status_id)
)
 WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS feed_entries_by_reblog ON feed_entries (reblog_of_id) WHERE reblog_of_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS feed_entries_by_status ON feed_entries (status_id);
CREATE TABLE IF NOT EXISTS files (
	path TEXT NOT NULL,
	content_type TEXT NOT NULL,
	data BLOB NOT NULL,
	created_at BIGINT NOT NULL,
	PRIMARY KEY (path)
);
CREATE TABLE IF NOT EXISTS follow_recommendation_mutes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	target_account_id BIGINT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS follow_recommendation_mutes_by_account ON follow_recommendation_mutes (account_id, target_account_id);
CREATE INDEX IF NOT EXISTS follow_recommendation_mutes_by_target ON follow_recommendation_mutes (target_account_id, account_id);
CREATE TABLE IF NOT EXISTS follow_requests (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	target_account_id BIGINT NOT NULL,
	show_reblogs BOOLEAN NOT NULL,
	notify BOOLEAN NOT NULL,
	languages JSON,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS follow_requests_by_account ON follow_requests (account_id, target_account_id);
CREATE INDEX IF NOT EXISTS follow_requests_by_target ON follow_requests (target_account_id, account_id);
CREATE TABLE IF NOT EXISTS follows (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	target_account_id BIGINT NOT NULL,
	show_reblogs BOOLEAN NOT NULL,
	notify BOOLEAN NOT NULL,
	languages JSON,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS follows_by_account ON follows (account_id, target_account_id);
CREATE INDEX IF NOT EXISTS follows_by_target ON follows (target_account_id, account_id);
CREATE INDEX IF NOT EXISTS follows_notifying ON follows (target_account_id) WHERE notify IS 1;
CREATE TABLE IF NOT EXISTS generated_annual_reports (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	year INTEGER NOT NULL,
	data JSON NOT NULL,
	schema_version INTEGER NOT NULL,
	share_key TEXT NOT NULL,
	viewed_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS generated_annual_reports_once ON generated_annual_reports (account_id, year);
CREATE TABLE IF NOT EXISTS idempotency_keys (
	account_id BIGINT NOT NULL,
	"key" TEXT NOT NULL,
	status_id BIGINT,
	scheduled_status_id BIGINT,
	created_at BIGINT NOT NULL,
	PRIMARY KEY (account_id, "key")
);
CREATE TABLE IF NOT EXISTS invites (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	code TEXT NOT NULL,
	user_id BIGINT NOT NULL,
	max_uses INTEGER,
	uses INTEGER NOT NULL,
	expires_at BIGINT
);
CREATE TABLE IF NOT EXISTS ip_blocks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	ip TEXT NOT NULL,
	severity TEXT NOT NULL,
	comment TEXT NOT NULL,
	expires_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS list_accounts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	list_id BIGINT NOT NULL,
	account_id BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_list_accounts_account_id ON list_accounts (account_id);
CREATE UNIQUE INDEX IF NOT EXISTS list_accounts_by_list ON list_accounts (list_id, account_id);
CREATE TABLE IF NOT EXISTS lists (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	title TEXT NOT NULL,
	replies_policy TEXT NOT NULL,
	"exclusive" BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_lists_account_id ON lists (account_id);
CREATE TABLE IF NOT EXISTS logins (
	day BIGINT NOT NULL,
	user_id BIGINT NOT NULL,
	PRIMARY KEY (day, user_id)
);
CREATE TABLE IF NOT EXISTS markers (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	timeline TEXT NOT NULL,
	last_read_id BIGINT NOT NULL,
	version INTEGER NOT NULL,
	updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS markers_by_account ON markers (account_id, timeline);
CREATE TABLE IF NOT EXISTS media_attachments (
	id INTEGER NOT NULL,
	account_id BIGINT NOT NULL,
	status_id BIGINT,
	scheduled_status_id BIGINT,
	type TEXT NOT NULL,
	processing TEXT NOT NULL,
	original TEXT,
	small TEXT,
	thumbnail TEXT,
	remote_url TEXT,
	preview_remote_url TEXT,
	description TEXT,
	blurhash TEXT,
	meta JSON,
	created_at BIGINT NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_media_attachments_scheduled_status_id ON media_attachments (scheduled_status_id);
CREATE INDEX IF NOT EXISTS ix_media_attachments_status_id ON media_attachments (status_id);
CREATE TABLE IF NOT EXISTS media_jobs (
	media_id BIGINT NOT NULL,
	data BLOB NOT NULL,
	polls INTEGER NOT NULL,
	released BOOLEAN NOT NULL,
	result JSON,
	PRIMARY KEY (media_id)
);
CREATE TABLE IF NOT EXISTS mentions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	status_id BIGINT NOT NULL,
	account_id BIGINT NOT NULL,
	silent BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS mentions_by_account ON mentions (account_id, status_id);
CREATE UNIQUE INDEX IF NOT EXISTS mentions_by_status ON mentions (status_id, account_id);
CREATE TABLE IF NOT EXISTS mutes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	target_account_id BIGINT NOT NULL,
	hide_notifications BOOLEAN NOT NULL,
	expires_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS mutes_by_account ON mutes (account_id, target_account_id);
CREATE INDEX IF NOT EXISTS mutes_by_target ON mutes (target_account_id, account_id);
CREATE TABLE IF NOT EXISTS notification_buckets (
	account_id BIGINT NOT NULL,
	prefix TEXT NOT NULL,
	hour INTEGER NOT NULL,
	PRIMARY KEY (account_id, prefix)
);
CREATE TABLE IF NOT EXISTS notification_permissions (
	account_id BIGINT NOT NULL,
	from_account_id BIGINT NOT NULL,
	PRIMARY KEY (account_id, from_account_id)
);
CREATE TABLE IF NOT EXISTS notification_requests (
	id INTEGER NOT NULL,
	account_id BIGINT NOT NULL,
	from_account_id BIGINT NOT NULL,
	last_status_id BIGINT,
	notifications_count INTEGER NOT NULL,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_notification_requests_account_id ON notification_requests (account_id);
CREATE INDEX IF NOT EXISTS ix_notification_requests_last_status_id ON notification_requests (last_status_id);
CREATE TABLE IF NOT EXISTS notifications (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	from_account_id BIGINT NOT NULL,
	type TEXT NOT NULL,
	activity_type TEXT NOT NULL,
	activity_id BIGINT NOT NULL,
	status_id BIGINT,
	group_key TEXT,
	filtered BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_notifications_from_account_id ON notifications (from_account_id);
CREATE INDEX IF NOT EXISTS ix_notifications_status_id ON notifications (status_id);
CREATE INDEX IF NOT EXISTS notifications_by_account ON notifications (account_id, id);
CREATE INDEX IF NOT EXISTS notifications_by_activity ON notifications (activity_type, activity_id);
CREATE TABLE IF NOT EXISTS oauth_access_grants (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	token TEXT NOT NULL,
	application_id BIGINT NOT NULL,
	resource_owner_id BIGINT NOT NULL,
	redirect_uri TEXT NOT NULL,
	scopes TEXT NOT NULL,
	code_challenge TEXT,
	created_at BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	revoked_at BIGINT
);
CREATE UNIQUE INDEX IF NOT EXISTS access_grants_by_token ON oauth_access_grants (token);
CREATE TABLE IF NOT EXISTS oauth_access_tokens (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	token TEXT NOT NULL,
	application_id BIGINT,
	resource_owner_id BIGINT,
	scopes TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	revoked_at BIGINT,
	expires_at BIGINT
);
CREATE UNIQUE INDEX IF NOT EXISTS access_tokens_by_token ON oauth_access_tokens (token);
CREATE INDEX IF NOT EXISTS ix_oauth_access_tokens_resource_owner_id ON oauth_access_tokens (resource_owner_id);
CREATE TABLE IF NOT EXISTS oauth_applications (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	uid TEXT NOT NULL,
	secret TEXT NOT NULL,
	redirect_uri TEXT NOT NULL,
	scopes TEXT NOT NULL,
	website TEXT,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS applications_by_uid ON oauth_applications (uid);
CREATE TABLE IF NOT EXISTS poll_votes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	poll_id BIGINT NOT NULL,
	account_id BIGINT NOT NULL,
	choice INTEGER NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS poll_votes_by_poll ON poll_votes (poll_id, account_id, choice);
CREATE TABLE IF NOT EXISTS polls (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	status_id BIGINT NOT NULL,
	options JSON NOT NULL,
	cached_tallies JSON NOT NULL,
	multiple BOOLEAN NOT NULL,
	hide_totals BOOLEAN NOT NULL,
	votes_count INTEGER NOT NULL,
	voters_count INTEGER,
	expires_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_polls_status_id ON polls (status_id);
CREATE TABLE IF NOT EXISTS preview_card_providers (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	domain TEXT NOT NULL,
	trendable BOOLEAN,
	reviewed_at BIGINT,
	requested_review_at BIGINT,
	created_at BIGINT NOT NULL,
	updated_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS preview_card_providers_by_domain ON preview_card_providers (domain);
CREATE TABLE IF NOT EXISTS preview_cards (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	url TEXT NOT NULL,
	title TEXT NOT NULL,
	description TEXT NOT NULL,
	language TEXT,
	type TEXT NOT NULL,
	author_name TEXT NOT NULL,
	author_url TEXT NOT NULL,
	author_account_id BIGINT,
	provider_name TEXT NOT NULL,
	provider_url TEXT NOT NULL,
	html TEXT NOT NULL,
	embed_url TEXT NOT NULL,
	image TEXT,
	image_description TEXT NOT NULL,
	blurhash TEXT,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL,
	trendable BOOLEAN,
	published_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS preview_cards_statuses (
	status_id BIGINT NOT NULL,
	preview_card_id BIGINT NOT NULL,
	PRIMARY KEY (status_id)
);
CREATE INDEX IF NOT EXISTS ix_preview_cards_statuses_preview_card_id ON preview_cards_statuses (preview_card_id);
CREATE TABLE IF NOT EXISTS push_subscriptions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	access_token_id BIGINT NOT NULL,
	endpoint TEXT NOT NULL,
	key_p256dh TEXT NOT NULL,
	key_auth TEXT NOT NULL,
	standard BOOLEAN NOT NULL,
	data JSON NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_push_subscriptions_access_token_id ON push_subscriptions (access_token_id);
CREATE TABLE IF NOT EXISTS quotes (
	id INTEGER NOT NULL,
	account_id BIGINT NOT NULL,
	status_id BIGINT NOT NULL,
	quoted_status_id BIGINT,
	quoted_account_id BIGINT,
	state TEXT NOT NULL,
	created_at BIGINT NOT NULL,
	PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_quotes_quoted_status_id ON quotes (quoted_status_id);
CREATE INDEX IF NOT EXISTS ix_quotes_status_id ON quotes (status_id);
CREATE TABLE IF NOT EXISTS reports (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	target_account_id BIGINT NOT NULL,
	comment TEXT NOT NULL,
	category TEXT NOT NULL,
	status_ids JSON NOT NULL,
	rule_ids JSON,
	collection_ids JSON NOT NULL,
	forwarded BOOLEAN,
	assigned_account_id BIGINT,
	action_taken_by_account_id BIGINT,
	action_taken_at BIGINT,
	updated_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_reports_target_account_id ON reports (target_account_id);
CREATE TABLE IF NOT EXISTS rules (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	text TEXT NOT NULL,
	hint TEXT NOT NULL,
	priority INTEGER NOT NULL,
	translations JSON NOT NULL
);
CREATE TABLE IF NOT EXISTS scheduled_statuses (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	params JSON NOT NULL,
	media_ids JSON NOT NULL,
	scheduled_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_scheduled_statuses_account_id ON scheduled_statuses (account_id);
CREATE TABLE IF NOT EXISTS settings (
	var TEXT NOT NULL,
	value JSON,
	updated_at BIGINT,
	PRIMARY KEY (var)
);
CREATE TABLE IF NOT EXISTS severance_events (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	type TEXT NOT NULL,
	target_name TEXT NOT NULL,
	followers_count INTEGER NOT NULL,
	following_count INTEGER NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS status_collections (
	status_id BIGINT NOT NULL,
	collection_id BIGINT NOT NULL,
	PRIMARY KEY (status_id, collection_id)
);
CREATE TABLE IF NOT EXISTS status_edits (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	status_id BIGINT NOT NULL,
	text TEXT NOT NULL,
	content TEXT NOT NULL,
	spoiler_text TEXT NOT NULL,
	sensitive BOOLEAN NOT NULL,
	ordered_media_attachment_ids JSON NOT NULL,
	media_descriptions JSON NOT NULL,
	poll_options JSON,
	quote_id BIGINT,
	by_server BOOLEAN NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_status_edits_status_id ON status_edits (status_id);
CREATE TABLE IF NOT EXISTS status_pins (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	status_id BIGINT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_status_pins_status_id ON status_pins (status_id);
CREATE UNIQUE INDEX IF NOT EXISTS status_pins_by_account ON status_pins (account_id, status_id);
CREATE TABLE IF NOT EXISTS status_stats (
	status_id BIGINT NOT NULL,
	replies_count INTEGER NOT NULL,
	reblogs_count INTEGER NOT NULL,
	favourites_count INTEGER NOT NULL,
	quotes_count INTEGER NOT NULL,
	PRIMARY KEY (status_id)
);
CREATE TABLE IF NOT EXISTS statuses (
	id INTEGER NOT NULL,
	account_id BIGINT NOT NULL,
	uri TEXT NOT NULL,
	url TEXT,
	text TEXT NOT NULL,
	content TEXT NOT NULL,
	spoiler_text TEXT NOT NULL,
	sensitive BOOLEAN NOT NULL,
	visibility TEXT NOT NULL,
	language TEXT,
	local BOOLEAN NOT NULL,
	in_reply_to_id BIGINT,
	in_reply_to_account_id BIGINT,
	reblog_of_id BIGINT,
	conversation_id BIGINT,
	application_id BIGINT,
	poll_id BIGINT,
	ordered_media_attachment_ids JSON NOT NULL,
	quote_approval_policy TEXT NOT NULL,
	extras INTEGER NOT NULL,
	trendable BOOLEAN,
	created_at BIGINT NOT NULL,
	edited_at BIGINT,
	PRIMARY KEY (id)
);
CREATE INDEX IF NOT EXISTS ix_statuses_conversation_id ON statuses (conversation_id);
CREATE INDEX IF NOT EXISTS ix_statuses_in_reply_to_id ON statuses (in_reply_to_id);
CREATE INDEX IF NOT EXISTS statuses_boosts ON statuses (account_id, reblog_of_id) WHERE reblog_of_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS statuses_by_account ON statuses (account_id, id);
CREATE INDEX IF NOT EXISTS statuses_by_reblog ON statuses (reblog_of_id) WHERE reblog_of_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS statuses_public ON statuses (id) WHERE visibility = 'public' AND reblog_of_id IS NULL;
CREATE TABLE IF NOT EXISTS statuses_tags (
	status_id BIGINT NOT NULL,
	tag_id BIGINT NOT NULL,
	PRIMARY KEY (status_id, tag_id)
);
CREATE INDEX IF NOT EXISTS statuses_by_tag ON statuses_tags (tag_id, status_id);
CREATE TABLE IF NOT EXISTS tag_follows (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	tag_id BIGINT NOT NULL,
	account_id BIGINT NOT NULL,
	created_at BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS ix_tag_follows_tag_id ON tag_follows (tag_id);
CREATE UNIQUE INDEX IF NOT EXISTS tag_follows_by_account ON tag_follows (account_id, tag_id);
CREATE TABLE IF NOT EXISTS tag_uses (
	tag_id BIGINT NOT NULL,
	day BIGINT NOT NULL,
	account_id BIGINT NOT NULL,
	uses INTEGER NOT NULL,
	PRIMARY KEY (tag_id, day, account_id)
);
CREATE TABLE IF NOT EXISTS tags (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	display_name TEXT,
	usable BOOLEAN,
	trendable BOOLEAN,
	listable BOOLEAN,
	reviewed_at BIGINT,
	requested_review_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS tags_by_name ON tags (name);
CREATE TABLE IF NOT EXISTS terms_of_services (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	text TEXT NOT NULL,
	changelog TEXT NOT NULL,
	effective_date TEXT,
	published_at BIGINT,
	created_at BIGINT NOT NULL
);
CREATE TABLE IF NOT EXISTS tombstones (
	status_id BIGINT NOT NULL,
	account_id BIGINT NOT NULL,
	created_at BIGINT NOT NULL,
	PRIMARY KEY (status_id)
);
CREATE TABLE IF NOT EXISTS trends (
	kind TEXT NOT NULL,
	subject_id BIGINT NOT NULL,
	score FLOAT NOT NULL,
	allowed BOOLEAN,
	PRIMARY KEY (kind, subject_id)
);
CREATE TABLE IF NOT EXISTS user_roles (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	color TEXT NOT NULL,
	position INTEGER NOT NULL,
	permissions INTEGER NOT NULL,
	highlighted BOOLEAN NOT NULL,
	collection_limit INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS users (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	account_id BIGINT NOT NULL,
	email TEXT NOT NULL,
	encrypted_password TEXT NOT NULL,
	locale TEXT,
	time_zone TEXT,
	role TEXT,
	invite_request TEXT,
	confirmation_token TEXT,
	unconfirmed_email TEXT,
	approved BOOLEAN NOT NULL,
	disabled BOOLEAN NOT NULL,
	settings JSON NOT NULL,
	chosen_languages JSON,
	notification_policy JSON NOT NULL,
	created_by_application_id BIGINT,
	invite_id BIGINT,
	confirmed_at BIGINT,
	created_at BIGINT NOT NULL,
	current_sign_in_at BIGINT,
	sign_up_ip TEXT
);
CREATE INDEX IF NOT EXISTS ix_users_account_id ON users (account_id);
CREATE UNIQUE INDEX IF NOT EXISTS users_by_email ON users (lower(email));
