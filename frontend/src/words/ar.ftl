## The app
app-name = Convene
close = إغلاق
cancel = إلغاء
save = حفظ
done = تم
back = رجوع
add = إضافة
edit = تعديل
change = تغيير
open = فتح
more = المزيد
yes = نعم
no = لا
undo = تراجع
loading = جارٍ التحميل
messages = رسائل
minutes-short = { $count } د
time-left = بقي { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
  } و{ $seconds ->
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $seconds } ثوانٍ
   *[other] { $seconds } ثانية
  }
time-over = تجاوز الوقت { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
  } و{ $seconds ->
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $seconds } ثوانٍ
   *[other] { $seconds } ثانية
  }
line-lost = انقطع اتصال هذه النافذة بالتطبيق على هذا الحاسوب.
line-lost-safe = كل ما حُفظ في أمان. تتكرر المحاولة من تلقاء نفسها.
try-again = إعادة المحاولة
line-lost-call = لم يُجب التطبيق على هذا الحاسوب. لم يتغير شيء؛ تمكن الإعادة بعد لحظة.

## Home
nav-main = الرئيسية
nav-sessions = الجلسات
nav-templates = القوالب
nav-settings = الإعدادات
home-title = الجلسات
home-search = بحث
home-search-label = البحث في الجلسات
home-new = جلسة جديدة
home-today = اليوم
home-live = الآن
home-upcoming = قيد التحضير
home-past = السابقة
home-started = بدأت
home-changed-at = تغيّرت { $time }
home-empty = لا جلسات بعد. البداية من قالب: Quick co-creation، ٦٠ دقيقة.
home-empty-act = البدء من قالب
home-nothing-found = لا جلسة تطابق «{ $query }».
home-templates = البدء من قالب
home-templates-all = الكل ({ $count })
home-no-server = لا شيء هنا على خادم. تعيش الجلسة على حواسيب من كانوا فيها.
sessions-count = { $count ->
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
   *[other] { $count } جلسة
  }
people-count = { $count ->
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
   *[other] { $count } شخصًا
  }
on-computers = { $others ->
    [one] على هذا الحاسوب وآخر
   *[other] على هذا الحاسوب و{ $others } غيره
  }
only-here = على هذا الحاسوب فقط
state-draft = مسودة
state-live = جارية
state-closed = مغلقة
closed-at = أُغلقت { $time }
more-about = المزيد عن { $title }
duplicate = نسخ جدول الأعمال
keep-until = الاحتفاظ حتى يوم
kept-until = محفوظة هنا حتى { $day }
kept-over = كان يجب حفظها هنا حتى { $day }
decision-review = يُنظر فيها من جديد يوم
decision-review-of = النظر من جديد: { $text }
keep-title = إلى متى تُحفظ «{ $title }»؟
keep-text = لا يُزال شيء من تلقاء نفسه. وعندما يمضي اليوم تُظهر قائمة الجلسات ذلك.
keep-day = الاحتفاظ حتى
keep-day-hint = من دون يوم تُحفظ إلى الأبد.
close-session-here = إغلاق على هذا الحاسوب
plan = الخطة
record = المحضر
join = انضمام
join-named = الانضمام إلى { $name }
nearby = على هذه الشبكة
nearby-words = كلمتان لجلسة قريبة
nearby-found = وُجد { $count }، والبحث مستمر
nearby-looking = جارٍ البحث
nearby-still = البحث مستمر على هذه الشبكة؛ ويمكن لصق رابط بدلًا من ذلك.
nearby-no-names = يبقى عنوانها والأسماء داخل القاعة حتى السماح بالدخول.
nearby-match = الانضمام فقط إذا طابقت الكلمتان ما يعرضه الميسّر.

## Templates and new session
templates-lead = كل قالب جدول أعمال بأسئلته ودقائقه وإعداداته. يمكن أخذ واحد وتغيير ما يلزم.
choose-template = اختيار قالب
template = قالب
template-none = جدول فارغ
template-empty = جدول فارغ
template-people = من { $min } إلى { $max } شخصًا
template-later = فيه { $kinds }: تُخطَّط هذه الخطوات هنا، لكن هذا الإصدار لا يجريها على الشاشة بعد.
template-later-new = بعض خطوات هذا القالب ليست في هذا الإصدار بعد. يمكن تخطيطها وإجراؤها على الورق.
new-title = العنوان
new-title-missing = يلزم عنوان للجلسة كي يجدها الناس.
new-make = إعداد الخطة
purpose = الغاية
purpose-hint = لماذا يجتمع الناس، في جملة واحدة.
question = السؤال المحوري
question-hint = السؤال المفتوح الواحد الذي تجيب عنه هذه الجلسة. يمكن استعماله في أسئلة الأنشطة.
outcome-better = الأثر المنشود
outcome-hint = تغيير يريد الناس بلوغه ويستطيع غيرهم رؤيته.
outcomes-better = { $count ->
    [one] الأثر المنشود
   *[other] الآثار المنشودة
  }
agenda-by-minutes = جدول الأعمال بالدقائق

## Settings
settings-title = الإعدادات
settings-name = اسمك
settings-name-hint = ما يراه الآخرون عند الانضمام أو التيسير.
settings-language = اللغة
settings-theme = فاتح أو داكن
settings-where = Convene { $version }. تُحفظ الجلسات في { $folder }.
theme-system = كما في النظام
theme-light = فاتح
theme-dark = داكن

## The lock and what is told at the start
unlock-title = جلساتك مقفلة
unlock-lead = هي مشفّرة على هذا الحاسوب، وتفتحها عبارة المرور.
unlock-passphrase = عبارة المرور
unlock-missing = تلزم كتابة عبارة المرور أولًا.
unlock-act = فتح
unlock-wait = جارٍ الفتح. يستغرق ذلك ثانية أو ثانيتين.
unlock-lost = لا أحد يستطيع استعادة عبارة مرور منسية. ما لدى الآخرين من جلسة يمكنهم إعطاؤه من جديد.
note-plain = جلساتك غير مشفّرة على هذا الحاسوب.
note-plain-hint = من يملك القرص يستطيع قراءتها. تحميها عبارة مرور، ويحميها قرص مشفّر أيضًا.
note-pending = تُشفَّر جلساتك عند بدء Convene في المرة القادمة.
note-pending-hint = يجب حفظ عبارة المرور جيدًا: لا أحد يستطيع استعادة عبارة منسية.
note-full = القرص شبه ممتلئ.
note-full-hint = ما حُفظ في أمان. يلزم إفساح مكان قبل الورشة: لا يمكن حفظ شيء جديد.
note-damaged = كانت ملفات جلسة تالفة.
note-read = قرأتها
note-library = كانت ملفات في مجلد البيانات هذا تالفة.
phrase-act = تعيين عبارة مرور
phrase-title = عبارة مرور لجلساتك
phrase-lead = منذ البدء القادم يطلبها Convene. عندئذ يكون كل ما في مجلد بياناتك مشفّرًا.
phrase-new = عبارة مرور جديدة
phrase-hint = ثمانية أحرف على الأقل. أربع كلمات أو خمس جيدة وسهلة الحفظ.
phrase-again = العبارة نفسها مرة أخرى
phrase-short = لعبارة المرور ثمانية أحرف على الأقل.
phrase-differ = العبارتان غير متطابقتين.

## Join
join-title = الانضمام إلى جلسة
join-lead = لا حاجة إلى حساب. تبقى الجلسة على الحواسيب في القاعة.
join-own = جلساتي
join-link = الرمز أو الرابط من جهة التيسير
join-link-hint = مثل 4-tulip-anchor، أو رابط يبدأ بـ convene://‎. يعمل في شبكات الضيوف أيضًا.
join-link-missing = كتابة الرمز أو لصق الرابط أولًا.
join-name = اسمك في هذه القاعة
join-name-hint = يراه كل من في الجلسة.
join-name-missing = يلزم كتابة اسم ليُعرف من ينضم.
join-no-laptop = لا حاسوب؟ الجلوس بجانب من لديه واحد يكفي.
join-wait = إبقاء هذه النافذة مفتوحة. لا يُعرض شيء قبل أن يثبت الطرف الآخر هويته.
join-looking = البحث عن الجلسة
join-connecting = الاتصال بحاسوب الميسّر
join-waiting = سيُسمح بدخولك من جهة التيسير. على الشاشتين مكتوب:
join-verifying = التحقق من هوية الطرفين
join-receiving-start = استلام الجلسة
join-receiving = استلام الجلسة: { $have } من { $of } تغييرًا
join-done = تم الدخول

## A session
session-refused = لا يمكن عرض هذه الجلسة
session-opening = فتح الجلسة
readonly-title = تمكن قراءة هذه الجلسة دون تغييرها.
gone-title = غادر حاسوب { $name } الشبكة.
gone-text = الوقت يمضي وكل ملاحظة في أمان. يستطيع أحد الميسّرين تسلّم الإدارة.
gone-text-take = الوقت يمضي وكل ملاحظة في أمان. يمكنك تسلّم الإدارة يا { $me }.
gone-wait = انتظار { $name }
take-floor = تسلّم الإدارة
floor-give = تسليم الإدارة
gone-text-choose = الوقت يمضي وكل ملاحظة في أمان. لا يوجد هنا أي ميسّر: من يتبعه أكثر من نصف المشاركين يستطيع المتابعة.
endorse-whom = أتبع
endorse-nobody = اختر شخصًا
endorse-say = إعلان
endorse-said = أنت تتبع { $name }.
alone-title = العمل الآن منفرد.
alone-text = { $waiting ->
    [zero] الملاحظات في أمان هنا وستُشارَك عند عودة الاتصال.
    [one] الملاحظات في أمان هنا؛ تغيير واحد سيُشارَك عند عودة الاتصال.
    [two] الملاحظات في أمان هنا؛ تغييران سيُشارَكان عند عودة الاتصال.
    [few] الملاحظات في أمان هنا؛ { $waiting } تغييرات ستُشارَك عند عودة الاتصال.
   *[other] الملاحظات في أمان هنا؛ { $waiting } تغييرًا ستُشارَك عند عودة الاتصال.
  }
sync-here = محفوظ هنا
sync-alone = { $waiting ->
    [zero] منفرد، محفوظ هنا
   *[other] منفرد، { $waiting } للمشاركة
  }
sync-waiting = محفوظ هنا، { $waiting } للمشاركة
sync-shared = مشترك مع { $connected } من { $of }
people = الأشخاص
people-n = الأشخاص، { $count }
people-n-of = الأشخاص، { $here } من { $of }
you = أنا
you-named = { $name } (أنا)
here = حاضر
away = غائب
away-seconds = غائب منذ { $count } ث
away-minutes = غائب منذ { $count } د
ready = جاهز
ready-yes = تم، جاهز
not-yet = ليس بعد
hand-up = يد مرفوعة
hand-raise = رفع اليد
hand-down = خفض اليد
has-floor = يدير الجلسة
person-make = تعيين: { $role }
person-remove = إخراج من الجلسة
person-broken = تاريخان؛ لا يُحتسب
person-floods = يرسل أكثر من اللازم؛ يُقرأ ببطء
tally-ready = جاهز
tally-not-yet = ليس بعد
tally-hands = { $count ->
    [one] يد مرفوعة
   *[other] أيدٍ مرفوعة
  }
nobody-here = لا أحد غيرك هنا بعد. يدخل الناس بالرابط.
late = متأخر

## Kinds, captures, roles
kind-brief = تمهيد
kind-round = جولة
kind-brainstorm = عصف ذهني
kind-cluster = تجميع
kind-vote = تصويت
kind-discuss = نقاش
kind-breakout = مجموعات
kind-canvas = لوحة
kind-commit = التزام
capture-insight = فكرة مفيدة
capture-question = سؤال
capture-decision = قرار
capture-action = عمل
capture-parked = تأجيل
role-first = الميسّر الأول
role-successor = ميسّر
role-cofacilitator = ميسّر مشارك
role-elected = ميسّر منتخب
role-participant = مشارك
role-observer = مراقب

## Plan
plan-title = الخطة: { $title }
plan-empty = جدول الأعمال فارغ. تُضاف الأنشطة من الجانب.
plan-lacks = ما ينقص الخطة ({ $count })
plan-too-long = البرنامج أطول من الجلسة بمقدار { $minutes } د.
plan-no-slack = لم يبقَ سوى { $minutes } د. اترك وقتاً أكثر، فهناك دائماً ما يطول.
plan-unserved = لا نشاط يخدم النتيجة «{ $outcome }».
plan-same-form = بدءاً من «{ $title }» يعمل الناس { $minutes } د بالطريقة نفسها. غيّرها: فرادى، أزواجاً، معاً.
plan-does-not-fit = البقية لا تتّسع: زيادة { $minutes } د.
plan-cuts = يمكن تقصير: { $list }.
plan-cut = { $title } بمقدار { $minutes } د
plan-no-commit = لا شيء يحدّد من يفعل ماذا بعد ذلك. أضف نشاط التزام.
plan-no-hosts = في «{ $title }» يفرز المضيفون، ولا مجموعات قبله. أضف عملاً في مجموعات قبله، أو دع الجميع يفرزون.
plan-vote-question = «{ $title }» بلا سؤال للتصويت.
plan-vote-options = لا شيء قبل «{ $title }» يعطيه خيارات للتصويت.
plan-vote-rules = قواعد «{ $title }» لا تتوافق. راجع إعداداته.
plan-few-people = تحتاج هذه الخطة إلى هذا العدد من المشاركين على الأقل: { $people }.
let-in = إدخال الناس
to-session = إلى الجلسة
charter = الميثاق
charter-edit = تعديل الميثاق
charter-when = اليوم والمكان
charter-when-none = غير محدد
charter-purpose-none = لماذا يجتمع الناس؟
charter-outcome-none = ما الذي سيصبح أفضل؟
charter-date = اليوم
charter-place = المكان
outcome-add = إضافة أثر منشود
outcome-numbered = الأثر المنشود { $number }
outcome-remove = حذف الأثر المنشود { $number }
agenda = جدول الأعمال
agenda-empty = لا شيء في جدول الأعمال بعد.
agenda-ends = ينتهي { $time }
agenda-planned = { $minutes } دقيقة مخططة
agenda-if-now = إذا بدأ في { $time }. يحسن ترك بعض الدقائق لما لا يُخطَّط.
agenda-longer = أطول من المخطط بـ { $minutes } د حتى الآن.
agenda-shorter = { $minutes } د في المتناول حتى الآن.
agenda-on-time = كما خُطّط حتى الآن.
agenda-moved = { $title } الآن { $number } من { $of }.
started-at = بدأ { $time }
longer-by = أطول بـ { $minutes } د
shorter-by = أقصر بـ { $minutes } د
activity-add = إضافة نشاط
activity-title = عنوان النشاط
activity-remove = حذف { $title }
activity-ran = بدأ هذا النشاط، فبقيت خطته كما كانت.
move-up = إلى أعلى
move-down = إلى أسفل
move-keys = Alt + ↑ ↓
prompt = السؤال، يُقرأ جهرًا
prompt-hint = نحو { $seconds } ثانية لقوله.
prompt-hint-empty = سؤال واحد قصير يصلح للقراءة جهرًا.
prompt-none = هنا يأتي السؤال
steps = خطوة واحدة كل مرة
minutes = الدقائق
minutes-none = بلا ساعة: ينتهي عند المتابعة.
minute-less = أقل بدقيقة
minute-more = أكثر بدقيقة
minute-less-key = أقل بدقيقة (−)
minute-more-key = أكثر بدقيقة (+)
less-of = أقل: { $what }
more-of = أكثر: { $what }
set-number = تحديد عدد
set-number-of = تحديد عدد: { $what }
set-standard = كالمعتاد
set-auto = حسب عدد الخيارات
set-no-limit = بلا حد
set-pass = يجوز التمرير
set-spoken = شفهي فقط
set-turn = ثوانٍ لكل دور
set-while = أثناء الكتابة
set-while-private = يراها كاتبها فقط
set-while-public = يراها الجميع
set-names = الأسماء على الملاحظات
set-names-shown = ظاهرة
set-names-hidden = مخفية
set-names-hidden-hint = مخفية تعني أنها لا تُعرض في هذه القاعة. قد يستطيع خبير تقني تتبع ملاحظة إلى حاسوب.
set-max = ملاحظات لكل شخص
set-who = من ينقل الملاحظات
set-who-everyone = الجميع
set-who-facilitators = الميسّرون
set-method = طريقة التصويت
set-method-dots = نقاط
set-method-rank = مراتب
set-method-scale = سلّم
set-method-consent = رضا
set-options = التصويت على
set-options-clusters = المجموعات
set-options-notes = الملاحظات
set-dots = نقاط لكل شخص
set-stack = نقاط على خيار واحد
set-sealed = تبقى الأوراق مغلقة
set-item = دقائق لكل موضوع
set-accepts = صاحب العمل يقول نعم
preview = معاينة
preview-laptop = على كل حاسوب
preview-private = على حاسوبك فقط حتى يقلب { $name } كل الملاحظات.
preview-nothing-sent = لا يُرسل شيء قبل إدخال الناس.
preview-live = هذه الجلسة جارية. تصل التغييرات إلى الجميع فورًا.
later-plan = { $kind } ليس في هذا الإصدار بعد. يمكن تخطيطه هنا وإجراؤه على الورق.

## Invite
invite-lead = كل من لديه هذا الرابط يستطيع الانضمام. يمكن عرضه أو قراءته أو إرساله.
invite-as = ينضمون بصفة
invite-link = الرابط
invite-qr = رمز QR للرابط
invite-until = صالح حتى { $day }، { $time }.
invite-making = إعداد الرابط
invite-no-address = هذا الحاسوب ليس على شبكة الآن. يعمل الرابط عند اتصاله.
invite-here = من دخل
copy-link = نسخ الرابط
copied = تم النسخ
copy-by-hand = التحديد والنسخ باليد

## Waiting
start-with = بدء: { $title }
wait-facilitator = البدء حين تكتمل الحلقة بما يكفي. من يأتي لاحقًا يصله كل شيء.
wait-participant = تبقى ملاحظاتك على هذا الحاسوب حتى تُقلب. وفي النهاية تبقى لديك نسخة كاملة من المحضر.
wait-here = حضر { $here } من { $of }
wait-you-start = البدء عندك حين يدخل الناس.
wait-starts = يبدأ { $name } النشاط الأول.

## Live
activity-of = { $session }، النشاط { $number } من { $of }
next-named = التالي: { $title }
next-last = إغلاق النشاط الأخير
closing-now = جارٍ الإغلاق
finish = إنهاء الجلسة
close-activity = إغلاق هذا النشاط
pause-key = إيقاف مؤقت (مسافة)
resume-key = متابعة (مسافة)
between = بين نشاطين
between-next = التالي
between-you = الضغط على التالي حين يجهز الناس.
between-wait = يفتحه { $name } بعد لحظة.
between-end = كان هذا النشاط الأخير.
between-end-you = إنهاء الجلسة ثم قراءة المحضر معًا.
between-end-wait = يأتي المحضر الآن. تبقى لديك نسخة كاملة.
paused-title = توقف مؤقت.
paused-text = الساعة متوقفة؛ وما كُتب في أمان.
closing-title = جارٍ الإغلاق.
closing-text = يُقلب كل شيء ويُعد.
ready-of = { $ready } من { $of } جاهزون.
ready-still = لا تزال الإضافة ممكنة.
observer-foot = الحضور هنا للمراقبة. يظهر ما يُشارَك.
readonly-foot = القراءة ممكنة دون الكتابة.
closed-foot = هذا النشاط مغلق.
closed-foot-next = هذا النشاط مغلق. يفتح { $name } التالي.
keys-title = المفاتيح
keys-hint = الحروف المفردة لا تعمل أثناء الكتابة.
key-pause = إيقاف أو متابعة
key-next = النشاط التالي
key-more = أكثر بدقيقة
key-less = أقل بدقيقة
key-move = نقل الملاحظة الحالية
key-undo = تراجع عن آخر عمل لك
key-region = الجزء التالي من الشاشة
key-help = هذه المفاتيح
key-add = إضافة ومواصلة الكتابة
key-ready = جاهز
key-hand = رفع اليد أو خفضها
say-activity = { $title }. { $prompt }
say-5-minutes = بقيت 5 دقائق
say-2-minutes = بقيت دقيقتان. يمكن إتمام الجملة.
say-1-minute = بقيت دقيقة واحدة
say-10-seconds = بقيت 10 ثوانٍ
say-time-over = انتهى الوقت. يمكن إتمام الجملة.
say-notes = { $count ->
    [one] أُضيفت ملاحظة واحدة في { $title }
    [two] أُضيفت ملاحظتان في { $title }
    [few] أُضيفت { $count } ملاحظات في { $title }
   *[other] أُضيفت { $count } ملاحظة في { $title }
  }

## Activities
brief-ends = ننتهي في
break-back = العودة في { $time }
later-title = { $kind } ليس في هذا الإصدار بعد
later-text = يُقرأ السؤال جهرًا وتُجرى هذه الخطوة على الورق أو في مجموعات صغيرة. وما ينتج عنها يُكتب في النشاط التالي.
round-label = إجابتك
round-placeholder = قولها في جملة
round-give = تقديم الإجابة
round-pass = تمرير
round-pass-hint = التمرير يُحتسب دورًا.
round-given = وصلت إجابتك.
round-passed = تم التمرير.
round-pass-said = تمرير
round-spoken = هذه الجولة شفهية. لا يُكتب شيء؛ النظر إلى المتحدث.
round-heard = { $count ->
    [zero] لا إجابات
    [one] إجابة واحدة
    [two] إجابتان
    [few] { $count } إجابات
   *[other] { $count } إجابة
  }
round-to-come = بقي { $count }
round-quiet = لم يُسمع بعد: { $names }
add-idea = إضافة فكرة
add-idea-placeholder = إضافة فكرة واحدة
idea-full = هذه كل الملاحظات الـ { $most }. سحب واحدة يتيح إضافة غيرها.
revealed = { $count ->
    [one] ملاحظة واحدة، مقلوبة للعرض
    [two] ملاحظتان، مقلوبتان للعرض
    [few] { $count } ملاحظات، مقلوبة للعرض
   *[other] { $count } ملاحظة، مقلوبة للعرض
  }
face-down = { $count ->
    [one] ملاحظة واحدة، وجهها إلى أسفل
    [two] ملاحظتان، وجههما إلى أسفل
    [few] { $count } ملاحظات، وجهها إلى أسفل
   *[other] { $count } ملاحظة، وجهها إلى أسفل
  }
face-down-writers = { $writers ->
    [one] كتب شخص آخر.
    [two] كتب شخصان آخران.
    [few] كتب { $writers } أشخاص آخرين.
   *[other] كتب { $writers } شخصًا آخر.
  }
face-down-honest = ما زالت الكلمات على حواسيب كاتبيها؛ لم ينتقل إلا هذا العدد. التالي يقلب كل الملاحظات معًا.
my-notes = ملاحظاتي، { $count }
my-notes-of = ملاحظاتي، { $count } من { $most }
my-notes-none = لا شيء بعد. فكرة واحدة لكل ملاحظة؛ والقصير يكفي.
in-the-room = { $count } في القاعة
others-notes = ملاحظات الآخرين، { $count }
only-here-short = هنا فقط
on-the-board = على اللوح
note-edit = تغيير الملاحظة
note-edit-named = تغيير «{ $text }»
note-remove-named = سحب «{ $text }»
board = اللوح
cluster-preview = نقل الملاحظات إلى مجموعات
cluster-empty = لا ملاحظات للتجميع. يُضاف عصف ذهني قبل هذا النشاط.
cluster-watch = ينقل الميسّرون الملاحظات. يمكن القول جهرًا أين توضع كل واحدة.
cluster-new = اسم مجموعة جديدة
cluster-new-placeholder = ماذا تقول بعض هذه معًا؟
cluster-add = إضافة مجموعة
cluster-add-move = إنشاء ونقل
cluster-name = اسم المجموعة
cluster-unnamed = بلا اسم بعد
cluster-remove = حذف { $name }
cluster-label = { $name }، { $count ->
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
   *[other] { $count } ملاحظة
  }
cluster-void = إفلات الملاحظات هنا
loose = متفرقة
sticky-note = ورقة لاصقة
note-label = { $text }. في { $cluster }
note-unplaced = { $text }. لم توضع بعد
move-to = نقل إلى
move-to-named = نقل «{ $text }»
moved-to = نُقلت إلى { $cluster }
vote-preview = خيارات بنقاط
vote-rules = { $dots ->
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $dots } نقاط
   *[other] { $dots } نقطة
  }، وبحد أقصى { $most } على خيار واحد. يرى كل شخص القائمة بترتيب مختلف.
vote-rules-rank = { $places ->
    [one] اختيار المرتبة الأولى.
   *[other] إعطاء { $places } مراتب، خيار لكل منها.
  } يرى كل شخص القائمة بترتيب مختلف.
vote-rules-scale = اختيار قيمة لكل واحد. يرى كل شخص القائمة بترتيب مختلف.
vote-sealed = مختوم حتى إغلاق التصويت، حتى عن { $name }.
vote-turnout = وصلت { $in } من { $of } ورقة.
vote-left = بقيت { $left } من { $of } نقاط
vote-answered = أُجيب عن { $answered } من { $of }
vote-hand-in = تسليم الورقة
vote-hand-in-again = تسليم من جديد
vote-hand-in-blank = تسليم ورقة بيضاء
vote-handed = تم التسليم
vote-empty = لا شيء للتصويت عليه. يُغلق هذا النشاط وتُجمع الملاحظات أولًا.
vote-counting = جارٍ فتح الأوراق.
vote-no-result = أُغلق هذا التصويت بلا نتيجة.
consent-yes = أرضى
consent-concern = مع تحفظ
consent-aside = أتنحى
consent-object = أعترض
thumb-down = إلى أسفل
thumb-side = جانبًا
thumb-up = إلى أعلى
count-vote = إغلاق التصويت والعد
vote-dots-for = نقاط لـ { $text }: { $count }
vote-less = نقطة أقل لـ { $text }
vote-more = نقطة أكثر لـ { $text }
vote-placed = { $count } على { $text }. بقي { $left }.
result = النتيجة
result-mine = { $count ->
    [one] نقطة واحدة منك
    [two] نقطتان منك
    [few] { $count } نقاط منك
   *[other] { $count } نقطة منك
  }
result-voters = { $count ->
    [zero] لا مصوّتين
    [one] مصوّت واحد
    [two] مصوّتان
    [few] { $count } مصوّتين
   *[other] { $count } مصوّتًا
  }
result-turnout = صوّت { $in } من { $of }، { $dots ->
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $dots } نقاط
   *[other] { $dots } نقطة
  }.
result-turnout-mean = صوّت { $in } من { $of }. العدد هو المتوسط؛ وأعلى درجة هي «{ $top }».
result-none = –
result-tie = بعض الخيارات تتقاسم المرتبة.
result-unopened = { $count ->
    [one] لم تُفتح ورقة واحدة لأن حاسوبها غادر. لا تُحتسب.
   *[other] لم تُفتح { $count } أوراق لأن حواسيبها غادرت. لا تُحتسب.
  }
result-abstained = { $count ->
    [one] ورقة واحدة بلا نقاط.
   *[other] { $count } أوراق بلا نقاط.
  }
result-tracker = سطرك { $tracker } في القائمة كما سُلّم.
result-tracker-missing = سطرك { $tracker } غير موجود في القائمة. يلزم إخبار الميسّر.
discuss-items = ما نتحدث عنه
discuss-now = الآن
discuss-this = التحدث عن هذا
discuss-this-named = التحدث عن هذا: { $text }
dots-count = { $count ->
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $count } نقاط
   *[other] { $count } نقطة
  }
capture-type = النوع
capture-placeholder = ماذا قيل ويجب أن يبقى؟
capture-add = حفظه
captured = محفوظ، { $count }
captured-none = لم يُحفظ شيء بعد. شخص يكتب والجميع يرى.
capture-remove = سحب «{ $text }»
reword = إعادة صياغة: { $text }
group-name = اسم المجموعة
group-host-choose = من يستضيف المجموعة
group-host-none = لا أحد
parked = مؤجل
parked-none = لا شيء مؤجل. ما يؤجَّل يجب أن يُعالج قبل النهاية.
parked-add = تأجيل أمر لوقت لاحق
parked-settle = عولج
parked-settle-named = عولج: { $text }
parked-fate = عولج في الجلسة
action-what = ما الذي سيُعمل؟
action-who = من
action-who-for = من يعمل: { $what }
action-nobody = لا أحد بعد
action-due = الموعد
action-due-for = موعد: { $what }
action-no-date = بلا موعد
action-add = إضافة عمل
action-promise = يُحتسب العمل حين يقول صاحبه نعم.
action-remove = حذف العمل: { $what }
actions-count = { $count ->
    [one] عمل واحد
    [two] عملان
    [few] { $count } أعمال
   *[other] { $count } عملًا
  }
actions-gaps = { $count ->
    [one] عمل بلا صاحب أو موعد
   *[other] { $count } بلا صاحب أو موعد
  }
actions-none = لا أعمال بعد. كتابة الأول؛ والصغير يكفي.
first-step = الخطوة الأولى: { $text }
not-asked = لم يقل نعم
said-yes = قال نعم
said-yes-aloud = قال نعم جهرًا
i-say-yes = نعم، سأفعل
said-aloud = قال نعم جهرًا
said-aloud-named = قال نعم جهرًا: { $what }

## Record
record-title = المحضر: { $title }
outline = المخطط
copy-markdown = نسخ Markdown
save-record = حفظ المحضر
record-saved = حُفظ في { $path }
record-again = قراءة من جديد
record-options = ما يدخل فيه
reopen = إعادة فتح
follow-up = تخطيط جلسة المتابعة
profile = الأسماء
profile-names = كاملة
profile-initials = أحرف أولى
profile-none = بلا أسماء
profile-hint = للأعمال والأشخاص. من غادروا يحتفظون بنسختهم مما رأوه.
before-save = قبل الإنهاء
gap-both = A{ $number } بلا صاحب وبلا موعد.
gap-owner = A{ $number } بلا صاحب.
gap-date = A{ $number } بلا موعد.
gap-do = يُعطى لمن يقول نعم، أو يؤجَّل.
length = الطول
length-full = كل شيء
length-short = صفحة واحدة
length-hint = في الصفحة الواحدة: الغاية والقرارات والمهام والأسئلة المفتوحة.
message-title = للمراسلة
message-hint = القرارات والمهام نصًّا بسيطًا، لا يزيد على 1000 حرف.
copy-message = نسخ النص
print = طباعة
print-title = على الورق
print-what = الورقة
print-report = هذا المحضر
print-poster = ملصق A3
print-agenda = جدول الأعمال
print-charter = ميثاق للتوقيع
print-cards = بطاقات المهام
print-ballots = أوراق الاقتراع
print-stickies = ملاحظات مرقّمة
print-sheets = الأوراق
print-sheets-less = إنقاص ورقة
print-sheets-more = زيادة ورقة
print-joins = عليها رمز يتيح الدخول لمدة 12 ساعة.
paper-size = الورق
paper-a4 = A4
paper-letter = Letter
paper-purpose = الغاية
paper-outcomes = ما أردناه
paper-decisions = ما تقرّر
paper-actions = المهام
paper-none-decided = لم يُقرَّر شيء.
paper-none-agreed = لم يُتّفق على أي مهمة.
paper-no-votes = لا يوجد تصويت مخطط.
paper-more = و{ $count } غيرها في المحضر
paper-somebody = شخص ما
paper-nobody = لا أحد بعد
paper-no-date = بلا موعد
paper-due = حتى { $day }
paper-first-step = الخطوة الأولى: { $step }
paper-fingerprint = المحضر نفسه على كل حاسوب: { $words }
paper-at = عند
paper-what = ماذا
paper-minutes = د
paper-end = النهاية
paper-charter = ما اتفقنا عليه
paper-values = القيم
paper-rule = كيف نقرر
paper-use = ماذا سيحدث بالنتائج
paper-ratified = وافقت المجموعة على الصيغة { $version }.
paper-done-when = يُعد منجزًا عندما: { $sign }
paper-place = المكان: { $place }
paper-partner = مع: { $partner }
paper-first = الأولوية حسب التصويت
paper-signed = التوقيعات
paper-slip = ما آلت إليه
paper-done = أُنجزت
paper-on-the-way = في الطريق
paper-stuck = متعثّرة
paper-dropped = تُركت
paper-sign = ما الذي يدل عليها، وما الذي يساعد:
paper-stickies-how = فكرة واحدة في كل ورقة، بخط واضح. الرقم يعيد إلى ملاحظتك.
set-aside = مُنحّى جانبًا، { $count }
set-aside-hint = محفوظ لكنه لا يُحتسب.
fingerprint = المحضر نفسه على كل حاسوب
fingerprint-hint = تُقرأ هذه الكلمات جهرًا؛ ويجب أن يرى الجميع الكلمات نفسها.
link-outside = نسخ هذا الرابط لفتحه في المتصفح

## The wall
wall = الشاشة
wall-open = عرض الشاشة للجميع في نافذة مستقلة
wall-here = عرض الشاشة في هذه النافذة
wall-keys = F: ملء الشاشة. الأسهم: تقليب الصفحات.
wall-keys-owner = F: ملء الشاشة. Esc: رجوع.
wall-join = مسح الرمز للانضمام
wall-still-joining = لم تنضم بعد؟
wall-page = { $page } من { $of }
wall-next = التالي: { $title }
wall-dots = { $dots ->
    [one] نقطة واحدة
    [two] نقطتان
    [few] { $dots } نقاط
   *[other] { $dots } نقطة
  } لكل شخص، وبحد أقصى { $most } على خيار واحد.
wall-private = على كل حاسوب فقط حتى تُقلب كل الملاحظات.
wall-ballots = { $in } من { $of }
wall-sealed = ورقة وصلت. تبقى مختومة حتى النهاية.
wall-notes = { $count ->
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
   *[other] { $count } ملاحظة
  }
wall-no-notes = لا ملاحظات بعد.
wall-voted = صوّت { $in } من { $of }.
wall-end = شكرًا. هذا ما نأخذه معنا.
wall-end-copy = المحضر كاملًا على كل حاسوب كان هنا.

## Groups and canvases
axis-more = { $axis } أكثر
axis-less = { $axis } أقل
axis-both = { $one }، { $other }
axis-top = أعلى
axis-bottom = أسفل
axis-left = يسار
axis-right = يمين
asks = المطلوب
ask-quiet = عمل هادئ: لا يتكلم أحد.
ask-boxes = عدد الخانات: { $count }، فكرة في كل خانة.
ask-box = الخانة { $box } من { $count }
ask-least = أفكار من كل شخص على الأقل: { $count }. لديك { $mine }.
ask-stars = مفضلاتك بنجمة: { $count }. وضعتَ نجوماً على: { $mine }.
ask-about-notes = كل ملاحظة تتعلق بأخرى: اختر أيّها.
ask-about-arrows = كل ملاحظة تتعلق بسهم: اختر أيّها.
ask-media = في الملاحظات: { $list }.
about-pick = عمّ تتحدث
about-whole = عن الكل
about-of = عن: { $text }
ask-hosts = يفرز مضيفو المجموعات: { $names }.
ask-hosts-none = لم تكن هناك مجموعات من قبل، لذا يفرز الميسّرون.
ask-tell = قل بصوت عالٍ أين تنتمي الملاحظة.
ask-step = الخطوة { $step } من { $of }، حتى { $time }.
ask-held = ملاحظات تأتي في خطوات لاحقة: { $count }.
ask-pairs = ابحثوا أولاً عن أزواج: ملاحظتان تنتميان معاً، لا أكثر.
ask-merge = اختاروا ملاحظات تقول الشيء نفسه واجعلوا منها واحدة. يبقى الفضل لمن كتبها.
ask-largest = المجموعة الأكبر أولاً.
ask-most = المجموعات على الأكثر: { $count }. عددها الآن { $have }.
ask-names = أعطوا كل مجموعة اسماً من { $least } إلى { $most } كلمات. تبقى الملاحظات في مكانها.
ask-name-words = في الاسم من { $least } إلى { $most } كلمات.
ask-names-off = ليس بعد من { $least } إلى { $most } كلمات: { $list }
ask-next-step = الخطوة التالية
ask-circle = في حلقتك: { $names }.
ask-word = كلمة واحدة.
ask-symbol = رمز واحد، مثل إيموجي.
ask-volunteers = يبدأ من يرغب.
ask-until-empty = جولة بعد جولة حتى لا يبقى لدى أحد شيء.
ask-turn = نحو { $seconds } ثانية لكل شخص؛ لا يُقاطَع أحد.
ask-decides = هذا التصويت يقرر.
ask-passes = تقرأ { $count } منها، ويقرأ آخرون الباقي.
ask-own-barred = ليس لما كتبته بنفسك.
ask-threshold = من كان دون { $least } يُسأل عمّا ينقص.
ask-quorum = يُحتسب ابتداءً من { $count } بطاقات.
ask-ready = اضغط «جاهز» بعد القراءة: فعلها { $ready } من { $of }.
ask-review = عن كل عمل: أين وصل؟
ask-required = كل عمل يقول: { $list }.
ask-actions-most = الأعمال على الأكثر: { $count }. عددها الآن { $have }.
ask-speak-open = تكلّم متى شئت.
ask-speak-queue = ارفع يدك لتتكلم.
ask-speak-round = تدور الكلمة على الجميع واحداً بعد آخر.
proposal = الاقتراح
proposal-write = صياغة الاقتراح
proposal-hint = سيكون «{ $title }» حول هذه الكلمات.
objection-changed = ما الذي تغيّر من أجله
objection-changed-named = ما الذي تغيّر من أجل: { $text }
reason-objection = ما الضرر الذي تراه على هدفنا؟
reason-concern = ما الذي يقلقك؟
reason-below = ما الذي ينقص؟
verdict-decided = تقرَّر.
verdict-objections = هناك اعتراضات: ناقشوها وغيّروا الاقتراح وصوّتوا مرة أخرى.
verdict-below = دون الحد: { $count }. اسألوا عمّا ينقص.
verdict-quorum = أقل من { $quorum } بطاقات: لا يُحتسب.
verdict-said = ما قيل
result-spread = الفرق { $spread }
action-more = تفاصيل
action-more-named = تفاصيل: { $what }
action-missing = ما زال ينقص: { $list }
action-state-of = أين وصل: { $what }
action-state-none = لم يُذكر بعد
brief-open = ما بقي مفتوحاً من المرة الماضية
matches = عروض تلتقي طلبات
match-hint = هل يلتقي عرض وطلب؟ حين يقول الكاتبان نعم يصبحان عملاً مشتركاً بينهما.
match-none = لا شيء يلتقي بعد.
match-choose = { $zone }: أيّ ملاحظة؟
match-suggest = هاتان تلتقيان
match-said = قالوا نعم: { $names }.
match-wait = ما زال السؤال على: { $names }.
match-back = أسحب موافقتي
match-yes-named = نعم، سأفعل: { $offer }، { $need }
match-action = صار العمل رقم { $number }.
command-merge = اجعلها ملاحظة واحدة
merge-words = بهذه الكلمات
merge-how = يبقى الفضل لمن كتبها. يمكن التراجع عنه.
merge-do = اجعلها واحدة
board-merged = ملاحظة واحدة من { $count }
zone-slot = { $zone }، الفترة { $slot }
zone-row = { $zone }، الصف { $slot }
plane-free = مساحة حرة
zone-loose = لم توضع بعد
zone-shut = يُفتح هذا الجزء لاحقًا.
zone-add = إضافة إلى { $zone }
zone-next = فتح الجزء التالي: { $zone }
note-star = مفضلة: «{ $text }»
group-round = الجولة { $round } من { $of }
group-round-ends = حتى { $time } تقريبًا.
group-next-round = الجولة التالية
group-by-clock = لا يمكن الوصول إلى الميسّر. الساعة تنقل الجولات.
group-none = لا مجموعة لك الآن. يمكن اختيار واحدة أدناه أو سؤال الميسّر.
group-topic = موضوع تستضيفه
group-begin = بدء مجموعة
group-mine = مجموعتي
group-number = المجموعة { $number }
group-host = المضيف: { $name }
group-write = ماذا تقول مجموعتكم؟
group-back = إعادتها إلى الجميع
group-back-done = أُعيدت إلى الجميع
group-back-count = { $count } من { $most } محددة للإعادة.
group-report-none = لم يُكتب بعد
group-all = { $count ->
    [one] مجموعة واحدة
    [two] مجموعتان
    [few] { $count } مجموعات
   *[other] { $count } مجموعة
  }
group-join = انضمام
group-join-named = الانضمام إلى المجموعة { $number }
group-move = نقل { $name } إلى مجموعة أخرى

board-tools = أدوات اللوحة
board-outline = مخطط
sent-here = على هذا الحاسوب فقط حتى الآن
sent-some = وصلت إلى شخص آخر
sent-all = وصلت إلى كل الحاضرين
board-cluster-move = نقل المجموعة { $name }
board-cluster-moved = نُقلت { $name }
board-cluster-back = إعادتها إلى صفها
board-way-left = يسارًا
board-way-right = يمينًا
board-way-up = إلى أعلى
board-way-down = إلى أسفل
board-follow = متابعة نظر شخص
board-following = ترى الآن ما يراه { $name }
board-follow-stop = إيقاف متابعة { $name }
canvas-view = طريقة العرض
canvas-view-list = المساحات
canvas-view-board = اللوح
board-by = كتبها { $name }
board-comments = { $count ->
    [one] تعليق واحد
   *[other] التعليقات: { $count }
  }
board-marks = { $count ->
    [one] علامة واحدة
   *[other] العلامات: { $count }
  }
board-hearts = { $count ->
    [one] قلب واحد
   *[other] القلوب: { $count }
  }
board-locked = مقفل
board-lock-own = اللوحة مقفلة للمشاركين. ما زال بإمكانك تغييرها.
board-lock-told = أُقفلت اللوحة من الميسّر. القراءة والتعليق متاحان.
board-locked-said = أُقفل للمشاركين
board-unlocked-said = فُتح من جديد
frame-lock = قفل «{ $name }» أمام المشاركين
frame-unlock = فتح «{ $name }» أمام المشاركين
zone-locked = أقفله الميسّر: يمكنك القراءة هنا.
board-moved = { $count ->
    [one] نُقلت إلى { $cluster }
   *[other] نُقلت { $count } إلى { $cluster }
  }
board-nudged = أُزيحت قليلًا
board-aligned = تمت المحاذاة
board-loosened = { $count ->
    [one] أصبحت متفرقة: خرجت من مجموعتها
   *[other] أصبحت متفرقة بعد خروجها من مجموعاتها: { $count }
  }
board-not-yours = إزالة الملاحظة لكاتبها أو للميسّر فقط.
board-removed = { $count ->
    [one] أُزيلت ملاحظة
   *[other] أُزيلت { $count }
  }. للاستعادة { $key }.
board-cluster-made = أُنشئت المجموعة: { $cluster }
board-cluster-named = المجموعة: { $cluster }
board-pasted = { $count ->
    [one] أُضيفت ملاحظة
   *[other] أُضيفت { $count }
  }
board-duplicated = { $count ->
    [one] نُسخت ملاحظة
   *[other] نُسخت { $count }
  }
board-duplicated-not = { $count ->
    [one] لا تُنسخ الصورة. أضفها مرة أخرى.
   *[other] لا تُنسخ { $count } من الصور. أضفها مرة أخرى.
  }
board-marked = وُضعت العلامة
mark-note = علامة «{ $mark }»: { $text }
mark-named = { $count ->
    [1] عليها علامة { $mark }
   *[other] عليها علامة { $mark } × { $count }
  }
board-unmarked = أُزيلت العلامة
board-connected = رُسم السهم
board-chosen = { $count ->
    [one] ملاحظة محددة
   *[other] المحدد: { $count }
  }
board-is-chosen = محددة
board-gathered = يعرض { $name } هذا الموضع
board-gathering = الجميع ينظر هنا الآن
board-naming = يسمّي
board-new-words = ملاحظة جديدة
board-words = نص الملاحظة
board-text-kept = ما كتبته لم يُرسل بعد.
board-text-kept-how = هو محفوظ هنا ويُرسل عندما يعود الاتصال.
board-text-again = كلماتك التي لم تُرسل من قبل عادت إلى هذه الملاحظة.
board-text-again-how = انظر هل ما زالت مناسبة.
board-text-gone = حُذفت الملاحظة التي كانت مفتوحة عندك.
board-text-gone-how = لم تكن قد غيّرت فيها شيئًا.
board-text-rescued = حُذفت الملاحظة التي كنت تكتب فيها.
board-text-rescued-how = كلماتك محفوظة في ملاحظة جديدة.
board-find = بحث في الملاحظات
board-found = النتائج: { $count }
board-menu-of = إجراءات «{ $text }»
board-ask-title = ملاحظات كثيرة لغيرك
board-ask-move = { $count } من هذه الملاحظات كتبها آخرون. نقلها كلها؟
board-ask-remove = { $count } من هذه الملاحظات كتبها آخرون. إزالتها كلها؟
board-ask-yes-move = نقل الكل
board-ask-yes-remove = إزالة الكل
board-paste-how = ملاحظة لكل سطر. ومن الجدول ملاحظة لكل صف.
board-paste-label = أسطر أو جدول
board-paste-first = أولى الملاحظات
board-paste-left = { $count ->
    [one] ملاحظة واحدة تزيد على { $most } في المرة الواحدة. تبقى في الحقل.
   *[other] { $count } من الملاحظات تزيد على { $most } في المرة الواحدة. تبقى في الحقل.
  }
board-paste-add = { $count ->
    [one] إضافة ملاحظة
   *[other] إضافة { $count }
  }
board-arrow-words = ما يقوله السهم
board-arrow-sign = إشارة السهم
board-arrow-remove = إزالة السهم
board-arrow-point = الإشارة على اللوحة
board-arrow-to = سهم إلى أي ملاحظة؟
board-sign-none = بلا إشارة
board-sign-more = زيادة (+)
board-sign-less = نقص (−)
board-comments-title = التعليقات
board-comments-none = لا تعليقات بعد.
board-comment-write = كتابة تعليق
board-comment-add = إضافة التعليق
board-comment-remove = إزالة التعليق
find-color = اللون
find-any-color = أي لون
find-writer = الكاتب
find-anybody = أي شخص
find-mark = العلامات
find-any-mark = بعلامة أو بدونها
find-kept = عليها علامة للإبقاء
find-heart = عليها قلب
find-comment = التعليقات
find-any-comment = بتعليق أو بدونه
find-commented = عليها تعليق
find-place = { $place } من { $count }
board-several = تحديد عدة ملاحظات
board-choose = تحديد «{ $text }»
board-arrows = { $count ->
    [one] سهم واحد
   *[other] الأسهم: { $count }
  }
board-arrow-out = سهم إلى { $text }
board-arrow-in = سهم من { $text }
board-arrow-between = سهم من { $from } إلى { $to }
board-arrow-edit = كلمات السهم وإشارته
board-palette-label = اكتب ما تريد فعله
board-palette-none = لا أمر بهذا الاسم.
board-color = اللون: { $color }
color-yellow = أصفر
color-orange = برتقالي
color-red = أحمر
color-purple = بنفسجي
color-blue = أزرق
color-cyan = سماوي
color-green = أخضر
color-grey = رمادي
board-rewind-label = لحظة من الجلسة
board-rewind-same = كانت الملاحظات حينها كما هي الآن.
board-bring = { $count ->
    [one] استعادة ملاحظة
   *[other] استعادة { $count }
  }
board-bring-all = تحديد كل المختلف
board-brought = { $count ->
    [one] عادت ملاحظة
   *[other] عادت { $count }
  }. التراجع يلغي ذلك.
board-then-gone = لم تعد موجودة
board-then-changed = تغيّرت لاحقًا
board-then-picture = { $count ->
    [one] اللوحة كما كانت، وعليها ملاحظة واحدة. مفاتيح الأسهم تحرّكها، و+ و- للتكبير والتصغير؛ والقائمة تذكر ما كان عليها.
   *[other] اللوحة كما كانت، وعدد ملاحظاتها { $count }. مفاتيح الأسهم تحرّكها، و+ و- للتكبير والتصغير؛ والقائمة تذكر ما كان عليها.
  }
past-between = بين الأنشطة
past-nameless = شخص لم يعد هنا
past-previous = اللحظة السابقة
past-previous-of = اللحظة السابقة لـ { $name }
past-next = اللحظة التالية
past-next-of = اللحظة التالية لـ { $name }
past-person = صاحب اللحظات التي تنتقل إليها الأسهم
past-everybody = الجميع
past-chosen = ستعود
past-differs = مختلفة الآن ({ $count })
past-same = كما هي الآن ({ $count })
past-now = الآن: { $text }
past-more = عرض المزيد (بقي { $count })
board-aside = { $count ->
    [one] وصلت مساهمة متأخرة
   *[other] المساهمات المتأخرة: { $count }
  }
board-aside-take = احتسابها
command-new-note = ملاحظة جديدة
command-edit = الكتابة فيها
command-move-to = نقل إلى…
command-new-cluster = مجموعة جديدة
command-connect = سهم
command-comment = تعليق
command-keep = علامة للإبقاء
command-mark = علامة «{ $mark }»
command-heart = قلب
command-duplicate = نسخ
command-remove = إزالة
command-paste = لصق قائمة كملاحظات
command-align-left = محاذاة إلى اليسار
command-align-top = محاذاة إلى الأعلى
command-align-row = ترتيب في صف
command-align-column = ترتيب في عمود
command-tidy = ترتيب
command-select-all = تحديد الكل
command-clear = إلغاء التحديد
command-find = بحث
command-zoom-in = تقريب
command-zoom-out = إبعاد
command-zoom-fit = اللوحة كاملة
command-zoom-full = الحجم الكامل
command-outline = مخطط أو لوحة
command-gather = جمع الكل هنا
command-lock = قفل أو فتح للمشاركين
command-unlock = فتح للمشاركين
command-lock-board = قفل اللوحة أو فتحها
command-rewind = النظر إلى الماضي
command-undo = تراجع
command-redo = إعادة
command-palette = الأوامر

## People without a laptop
guests-title = أشخاص بلا حاسوب
guests-page = صفحة للهواتف
guests-lead = يُمسح رمز ثم تكون الكتابة والتصويت ورفع اليد على الهاتف. يوقّع هذا الحاسوب عنهم ويحفظ ما يقولون.
guests-honest = هذه الصفحة غير مشفّرة: قد يقرؤها آخرون على هذه الشبكة. تعرض هذه الجلسة فقط ولا تحمل مفاتيح.
guests-where = على أي شبكة
guests-try = هذا الحاسوب فقط، للتجربة
guests-open = فتح الصفحة
guests-close = إغلاق الصفحة
guests-open-now = { $count ->
    [zero] مفتوحة. لم يجلس أحد بعد.
    [one] مفتوحة. جلس ضيف واحد.
    [two] مفتوحة. جلس ضيفان.
    [few] مفتوحة. جلس { $count } ضيوف.
   *[other] مفتوحة. جلس { $count } ضيفًا.
  }
guests-qr = رمز QR لصفحة الهواتف
guests-address = عنوان للهواتف
guests-revoke = سحب
guests-revoke-named = سحب مقعد { $name }
seats-here = مقاعد على هذا الحاسوب
seats-lead = لمن يجلسون معك: مفاتيح الأرقام تبدّل من يكتب.
seat-phone = من هاتف
seat-without = بلا حاسوب
seat-name = اسم الشخص
seat-edit = تغيير مقعد { $name }
seat-keeper = من يكتب ما يقوله
seat-add = إضافة مقعد
seat-switch = من يكتب
guest-title = المشاركة من هذا الهاتف
guest-enter = الجلوس
guest-notice = هذه الصفحة غير مشفّرة. قد يقرأ آخرون على هذه الشبكة ما تكتب.
guest-signs = الحاسوب الذي فتح هذه الصفحة يُدخل ما تقول نيابة عنك وباسمك. شاشته لا تعرض ملاحظاتك الخاصة ولا ورقة اقتراعك، لكن من لديه مهارة تقنية يستطيع قراءتها على ذلك الحاسوب.
guest-lost = لا اتصال بالحاسوب في القاعة.
guest-lost-text = تتكرر المحاولة من تلقاء نفسها. إن استمر ذلك فقد أُغلقت الصفحة أو سُحب مقعدك.
guest-look = النظر إلى الشاشة والمشاركة بالصوت.
guest-said = ما قلته
guest-zone = أين مكانه

## Who sees what
sees-cluster = يرى الجميع كل نقل فور حدوثه.
sees-discuss = يرى الجميع ما يُدوَّن ومن كتبه.
sees-commit = يرى الجميع كل إجراء ومن يتولاه وهل وافق عليه.
sees-brief = يرى الجميع الصفحة نفسها ومن أعلن جاهزيته.
sees-written = يرى الجميع ما يُكتب هنا ومن كتبه.
sees-notes-yours = على هذا الحاسوب فقط حتى قلبك لجميع الملاحظات.
sees-notes-until = على هذا الحاسوب فقط حتى قلب { $name } لجميع الملاحظات.
sees-notes-until-any = على هذا الحاسوب فقط حتى قلب جميع الملاحظات من جهة التيسير.
sees-notes-then-named = بعد ذلك يرى الجميع كل ملاحظة مع اسم كاتبها.
sees-notes-names = الأسماء مخفية على اللوح. ليست مجهولة الهوية: ملف الجلسة يسجل من كتب كل ملاحظة.
sees-notes-batched = مجهولة الهوية أمام المجموعة. حاسوب التيسير يستطيع معرفة من كتب ماذا.
sees-notes-group-one = يمكن لشخص واحد الكتابة هنا.
sees-notes-group = عدد من يمكنهم الكتابة هنا: { $count }.
sees-notes-turned = يرى الجميع الملاحظات التي قُلبت.
sees-notes-turned-name = يرى الجميع الملاحظات التي قُلبت، كلًّا مع اسم كاتبها.
sees-notes-now = يرى الجميع الملاحظة فور إضافتها.
sees-notes-now-name = يرى الجميع الملاحظة فور إضافتها مع اسم كاتبها.
sees-notes-own-group = حتى الإغلاق لا تعرض الشاشات إلا ملاحظات مجموعتك. أما ملف الجلسة ففيه كل الملاحظات منذ البداية.
sees-votes-open = الأصوات مرئية للجميع.
sees-votes-secret = سري أمام المجموعة. حاسوب التيسير يستطيع رؤية كل صوت. يمكن التحقق من رمزك في قائمة النتائج.
sees-votes-sealed = أوراق الاقتراع مفتوحة: كل من لديه ملف الجلسة يستطيع رؤية من صوّت لماذا.
sees-votes-until = مخفي حتى تصويت الجميع. بعد ذلك يستطيع أي شخص رؤية من صوّت لماذا.
sees-votes-until-for = مختوم حتى إغلاق التصويت، وكذلك أمام { $name }.
sees-votes-until-all = مختوم حتى إغلاق التصويت، وكذلك أمام جهة التيسير.
sees-votes-one = يمكن لشخص واحد فقط التصويت هنا: لا يستطيع المجموع إخفاء من اختار ماذا.
sees-votes-few = عدد من يمكنهم التصويت هنا { $count } فقط: أقل من أن يخفي المجموع من اختار ماذا.
sees-round-spoken = لا يُكتب شيء هنا. يرى الجميع من تجاوز دوره أو أخذه.
sees-round-named = يرى الجميع إجابتك مع اسمك فور تقديمها.
sees-notes-guest = على الحاسوب الذي يوقّع عنك حتى قلب جميع الملاحظات. شاشته لا تعرضها.

## The door
door-code = رمز يُقال بصوت عالٍ
door-code-lead = يُكتب في شاشة الانضمام على هذه الشبكة. يتغير بعد عشر محاولات خاطئة.
door-code-far = من بعيد: الرمز نفسه وعنوان المُرحِّل هذا: { $address }
door-code-open = فتح رمز
door-code-new = رمز آخر
door-code-close = إغلاق الرمز
door-code-none = لا يوجد رمز مفتوح.
door-ask = سؤالي قبل دخول أي شخص
door-waiting = عدد المنتظرين عند الباب: { $count }
door-words = على شاشتهم: { $words }
door-compare = السماح بالدخول فقط عند تطابق الكلمتين، وإلا فالرفض ثم السؤال.
door-let-in = السماح بالدخول
door-let-in-named = السماح بالدخول: { $name }
door-let-all = السماح للجميع
door-away = رفض
door-away-named = رفض: { $name }
door-nameless = بلا اسم
door-invites = دعوات ما زالت مفتوحة
door-invite-line = { $role }، حتى { $day } { $time }، عدد مرات الاستخدام: { $used }
door-invite-code = بالرمز
door-invite-link = بالرابط
door-invite-asks = يسأل أولًا
door-revoke = سحب
door-revoke-all = سحب الدعوة: { $what }
door-address = عنوان هذا الحاسوب
remove-title = إخراج { $name }؟
remove-text = من الآن لا يصل شيء إلى حاسوبهم. يبقى لديهم ما وصلهم، ويبقى ما كتبوه. الروابط والرموز التي أُعطيت من قبل تسألك قبل أن تُدخل أحدًا.
remove-yes = إخراج

## Five ways to join
join-ways = طريقة أخرى للدخول
join-address = العنوان، إذا لم يُعثر على الرمز
join-address-hint = كما تظهر على شاشة التيسير: 192.168.1.20:40123. تفيد حيث تبقى القائمة فارغة.
join-file = مسار ملف ‎.convene
join-file-hint = من ذاكرة USB مثلًا. يُفحص مثل كل ما يصل عبر الشبكة.
join-file-missing = تحديد مكان الملف أولًا.
join-file-choose = اختيار ملف
join-file-take = إدخال
join-file-new = { $title } على هذا الحاسوب الآن. عدد التغييرات: { $count }.
join-file-merged = { $title } موجودة هنا من قبل. عدد التغييرات الجديدة: { $count }.
join-file-look = يمكن قراءتها دون الكتابة فيها حتى السماح بدخولك.
join-use-code = استخدام رمزها
join-use-code-named = استخدام رمزها: { $words }
join-chosen = يُسأل الحاسوب { $words } فقط.
join-compare = قول الكلمتين بصوت عالٍ. إذا كانت كلماتهم مختلفة فلا تدخل.
join-cancel = التوقف عن الانتظار
join-stopped = توقف الانتظار. قد يُسمح لك بالدخول لاحقًا، فتظهر الجلسة في قائمتك.

## When it gets stuck
rescue = عند التعثر
rescue-silence = دقيقتان من الصمت
rescue-round = جملة من كل شخص
rescue-gauge = من صفر إلى خمسة: أين نحن؟
rescue-park = إرجاء ما نتحدث عنه
rescue-question = تغيير النشاط
rescue-blank = إخفاء الشاشة الكبيرة وإيقاف الساعة
rescue-unblank = إظهار الشاشة الكبيرة مجددًا
rescue-skip = تخطي: { $title }
left-out = تُخُطّي
take-in = إعادة إدراج
take-in-named = إعادة إدراج: { $title }
rescue-point = طرح نقطة حول سير العمل
rescue-silent = صمت حتى { $time }. كلٌّ يفكر بمفرده.
rescue-blanked = الشاشة الكبيرة فارغة والساعة متوقفة.
replace-title = نشاط آخر مكانه
replace-lead = يُغلق المفتوح ولا تضيع أي ملاحظة: يعمل النشاط الجديد على اللوح نفسه.
replace-kind = النوع
replace-prompt = السؤال
replace-do = فتح الآن

## Who speaks
queue = من يتحدث
queue-none = لا يد مرفوعة.
queue-now = يتحدث الآن: { $name }
queue-since = منذ { $time }
queue-next = التالي: { $name }
queue-give = إعطاء الكلمة
queue-give-named = إعطاء الكلمة: { $name }
queue-end = لا أحد يتحدث
queue-you-next = دورك هو التالي.
queue-you-now = الكلمة لك.
queue-yours = الدور { $number } في قائمة الكلام
turns-left = عدد من لم يأخذوا دورهم: { $count }.
item-time = { $time } لهذا
item-over = انتهى وقت هذا.
item-extend = دقائق إضافية: { $minutes }
thumbs = الاستمرار في هذا؟
thumbs-are = أعلى { $up }، جانبًا { $side }، أسفل { $down }

## Before the end
matters-title = قبل الإنهاء
matters-lead = لا يسقط شيء بصمت: إجابة كل نقطة حول سير العمل، وتحديد مصير كل أمر مُرجأ.
matters-none = تمت معالجة كل شيء.
points = نقاط حول سير العمل
point-answer = جواب على «{ $text }»
point-answer-add = إجابة
point-by = طرحها { $name }
point-write = ما الأمر في طريقة عملنا؟
point-raise = طرح
point-lead = تبقى أمام الجميع حتى إجابة جهة التيسير.
points-open = نقاط تنتظر الإجابة: { $count }
parked-fate-label = مصير «{ $text }»
parked-fate-placeholder = ما مصيره؟
parked-carry = إلى جلسة المتابعة
parked-carry-named = نقل «{ $text }» إلى المتابعة
parked-carried = ينتقل إلى المتابعة
finish-now = إنهاء الجلسة الآن

## Own notes, paper, hands
memo = ملاحظات خاصة
memo-only = على هذا الحاسوب فقط
memo-label = ملاحظات لنفسك
memo-placeholder = كتابة ملاحظة لنفسك
memo-kept = محفوظ
paper-entry = إدخال ملاحظات ورقية
paper-entry-lead = كتابة ثم Enter ثم الورقة التالية.
paper-entry-label = كلمات الورقة
paper-entry-who = لمن
paper-entry-count = عدد ما أُدخل: { $count }.
paper-entry-take = سحب
hands-count = عدّ الأيدي بدلًا من ذلك
hands-title = الأيدي المعدودة
hands-lead = قراءة كل خيار بصوت عالٍ ثم العدّ وتدوين الرقم. يحل محل أوراق الاقتراع ويرى الجميع أنه برفع الأيدي.
hands-present = الموجودون في القاعة
hands-for = أيدٍ من أجل { $text }
hands-for-step = أيدٍ من أجل { $text }: { $step }
hands-keep = حفظ العدّ
hands-many = الأيدي أكثر من الأشخاص: إعادة العدّ.

## Who sees what, as a panel
sees-title = من يرى ماذا
sees-here = في هذا النشاط
sees-always = دائمًا
sees-everyone-file = لدى كل من في الجلسة الملف نفسه: ما قيل ومتى ومن كتبه. ومن غادر يحتفظ بنسخته.
sees-drafts = الملاحظة الخاصة تبقى على حاسوبها حتى قلب الجميع؛ ينتقل عددها فقط.
sees-wall = الشاشة الكبيرة لا تعرض شيئًا خاصًا: لا مسودة ولا ورقة اقتراع ولا اسمًا مخفيًا.
sees-seats = ما يكتبه مقعد على حاسوب يقرؤه من يجلس إليه؛ وما يكتبه هاتف لا يظهر على شاشته.
sees-relay = لا أحد من الخارج يقرأ. المُرحِّل، إن استُخدم، يحمل حزمًا مختومة فقط.
sees-memo = ملاحظات التيسير الخاصة على حاسوبه فقط.

## Search, files, room check, templates
found-in = وُجد في جميع الجلسات
found-none = لا شيء مكتوب في أي جلسة يحوي كل هذه الكلمات.
found-more = يوجد المزيد. إضافة كلمة تقلل النتائج.
hit-title = عنوان
hit-purpose = الغرض
hit-outcome = نتيجة
hit-activity = نشاط
hit-note = ملاحظة
hit-cluster = مجموعة
hit-response = إجابة
hit-capture = مدوَّن في نقاش
hit-parked = مُرجأ
hit-decision = قرار
hit-action = إجراء
bundle-save = حفظ كملف يُحمل
bundle-saved = حُفظ في { $path }
bundle-title = ملف يُحمل
bundle-lead = على حاسوب آخر: الانضمام، ثم طريقة أخرى للدخول، ثم مسار هذا الملف. تصبح النسختان المتباعدتان واحدة.
bundle-holds = التغييرات: { $changes }، الصور: { $images }.
bundle-notice = كل من لديه الملف يستطيع قراءته: فهو غير مشفّر.
bundle-where = مكان الكتابة
bundle-where-hint = مجلد واسم ينتهي بـ ‎.convene؛ فارغ للمكان المعتاد.
bundle-do = حفظ الملف
carry-elsewhere = هناك عمل آخر جارٍ على جلسة هنا. يُحفظ هذا الملف بعد انتهائه.
carry-saving = كتابة الملف
carry-checking = فحص كل تغيير
carry-keeping = الحفظ على هذا الحاسوب
carry-far = { $have } من { $of } من التغييرات والصور
carry-stopping = جارٍ الإلغاء
forget = إزالة من هذا الحاسوب
forget-title = إزالة «{ $title }» من هذا الحاسوب؟
forget-text = تُزال من هنا نهائيًا مع مسوداتك وملاحظاتك الخاصة. يحتفظ الآخرون بنسخهم، ويبقى السجل المحفوظ مكانه.
verify = فحص من أول تغيير
verify-ok = جميع التغييرات ({ $changes }) موقّعة ومسموح بها. قراءة هذه الكلمات بصوت عالٍ، ويجب أن يراها الجميع نفسها: { $words }
verify-bad = التغييرات المرفوضة: { $count }. يحسب السجل غيرها فقط.
check-room = فحص القاعة
check-running = فحص هذا الحاسوب وشبكته. يستغرق نحو خمس ثوانٍ.
check-fine = كل شيء جاهز
check-fix = أمور تحتاج إصلاحًا قبل الوصول: { $count }
check-of = سليم { $fine } من { $of }. تعمل جلستك دون إنترنت.
check-again = إعادة الفحص
check-address = عنوان حاسوب آخر
check-address-hint = من دعوته، لمعرفة إن كانا يصلان إلى بعضهما. يمكن تركه فارغًا.
check-took = فُحص في { $time } خلال { $seconds } ثوانٍ
check-sound-text = عرض الشاشة الكبيرة وقراءتها من آخر القاعة. لا يفحص ذلك أحد غيرك.
template-own = لك
template-import = إدخال قالب
template-import-lead = القالب ملف Markdown. لصق نصه هنا؛ يُفحص سطرًا سطرًا ولا يحوي سوى جدول أعمال.
template-text = نص القالب
template-keep = الاحتفاظ به
template-export = عرض كنص
template-copy = نسخ النص
template-fork = إنشاء نسخة خاصة منه
template-fork-name = اسم نسختك
template-fork-make = إنشاء
template-use = استخدامه
template-remove = إزالة
template-save = حفظ كقالب خاص بي
template-saved = حُفظ كقالب لك. يحوي جدول الأعمال دون أشخاص ودون ما كتبه أحد.
template-from = مأخوذ من { $from }
template-learned = جلسات علّمت شيئًا عنه: { $count }
charter-values = كيف نتعامل معًا
charter-values-hint = اتفاقات العمل، سطر لكل منها.
charter-rule = كيف نقرر
charter-use = مصير النتائج
charter-hands-over = إذا غاب الحاسوب الذي يقود، يتولّى حاسوب المُيسِّر التالي من تلقاء نفسه
charter-state-draft = لم توافق المجموعة على هذا الميثاق بعد.
charter-state-proposed = الميثاق مقترح، ويحسمه تصويت بالقبول.
charter-state-objection = يوجد اعتراض. إجابته ثم السؤال مجددًا.
charter-state-ratified = تمت الموافقة: عدد الموافقين { $consents }.
charter-ask = طلب موافقة المجموعة
charter-ask-title = ميثاقنا
charter-ask-prompt = هل يناسبك هذا الميثاق في الوقت الحالي؟
charter-asked = أصبح في جدول الأعمال كتصويت بالقبول.
objection-answer = ما الذي تغيّر من أجله: «{ $text }»
calibration = دقة توقعنا
calibration-text = توقعت المجموعة { $said } بالمئة في المتوسط، وتحقق { $happened } من { $of }.
forecast-ask = ما احتمال إنجاز هذا بالمئة؟

## Settings of every kind
set-prefill = يبدأ بـ
set-prefill-nothing = لا شيء
set-prefill-charter = الميثاق
set-prefill-previous = الجلسة السابقة
set-ack = الجميع يعلن جاهزيته
set-answer = الإجابات
set-answer-text = جملة
set-answer-word = كلمة
set-answer-five = من واحد إلى خمسة
set-answer-fist = من صفر إلى خمسة
set-answer-symbol = رمز
set-answer-none = لا شيء مكتوب
set-order = الترتيب
set-order-circle = حول الدائرة
set-order-random = عشوائي
set-order-volunteers = من يرغب
set-order-free = حر
set-order-largest = الأكبر أولًا
set-mode = كيف يجري
set-mode-once = مرة واحدة
set-mode-empty = حتى لا يبقى شيء
set-mode-group = تجميع
set-mode-name = تسمية فقط
set-mode-merge = دمج المكرر
set-mode-new = إجراءات جديدة
set-mode-review = مراجعة السابقة
set-scope = مع من
set-scope-all = الجميع
set-scope-table = طاولة
set-scope-pairs = أزواج
set-secret-answers = إجابات بلا أسماء
set-while-group = المجموعة نفسها
set-names-anonymous = غير معروفة
set-silent = عمل صامت على الشاشة
set-min = على الأقل لكل شخص
set-star = المفضلة لكل شخص
set-media = محتوى الملاحظات
set-media-text = كلمات
set-media-sketch = رسوم
set-media-photo = صور
set-slots = خانات
set-slot-seconds = ثوانٍ لكل خانة
set-attach = توضع الملاحظات على
set-attach-board = اللوح
set-attach-notes = الملاحظات
set-attach-arrows = الأسهم
set-who-hosts = المضيفون
set-release = تصل الملاحظات
set-release-all = دفعة واحدة
set-release-batches = على دفعات
set-pairs = الأزواج أولًا
set-name-words = كلمات الاسم، من وإلى
set-clusters = أقصى عدد للمجموعات
set-method-score = درجات
set-method-grid = شبكة
set-purpose = التصويت
set-purpose-gauge = يستطلع
set-purpose-narrow = يضيّق
set-purpose-decide = يقرر
set-options-proposal = الاقتراح
set-options-charter = الميثاق
set-options-reports = تقارير المجموعات
set-options-selection = ما اختير سابقًا
set-options-all = الكل
set-criteria = أسئلة عن كل خيار، سطر لكل منها
set-scale = المقياس
set-scale-thumbs = الإبهام
set-own = يجوز التصويت للذات
set-forecast = ما احتمال كل إجراء بالمئة
set-forecast-back = مراجعة ما توقعناه من قبل
set-places = المراتب
set-passes = قراء كل خيار
set-threshold = يُسأل عما دون
set-quorum-share = نسبة المصوتين
set-items = الحديث عن
set-items-none = ما يطرأ
set-items-top = الثلاثة الأوائل
set-items-spread = الثلاثة الأكثر خلافًا
set-items-ranked = الكل بالترتيب
set-items-groups = ما جاءت به المجموعات
set-items-objections = الاعتراضات
set-extend = وقت إضافي بالإبهام
set-extensions = دقائق كل تمديد، سطر لكل منها
set-speaking = من يتحدث
set-speaking-open = من يرغب
set-speaking-queue = حسب ترتيب الأيدي
set-speaking-round = بالتناوب
set-capture = ما يُدوَّن
set-form = المجموعات
set-form-fixed = تبقى كما هي
set-form-escalate = تكبر من فرد إلى الجميع
set-form-rotate = تتناوب
set-form-choose = تُختار
set-size = أفراد المجموعة
set-assign = تُشكَّل حسب
set-assign-never = من لم يلتقوا أولًا
set-assign-chosen = الاختيار
set-inner = داخل المجموعة
set-sizes = الأحجام، سطر لكل منها
set-step-minutes = دقائق كل خطوة، سطر لكل منها
set-rounds = الجولات
set-round-minutes = دقائق الجولة
set-host = يبقى مضيف
set-back = ملاحظات تُعاد
set-report = يجيب التقرير عن، سطر لكل منها
set-zones = المناطق، سطر لكل منها
set-marks = علامات على الملاحظات، سطر لكل منها
set-layout = التخطيط
set-layout-columns = أعمدة
set-layout-grid = اثنان في اثنين
set-layout-stack = طبقات
set-layout-horizons = آفاق
set-layout-table = جدول
set-layout-timetable = جدول زمني
set-axes = المحاور، أفقي وعمودي
set-stepwise = تُفتح المناطق تباعًا
set-zone-minutes = دقائق كل منطقة، سطر لكل منها
set-direction = يجري الزمن
set-direction-right = إلى اليمين
set-direction-left = إلى اليسار
set-arrows = أسهم
set-columns = أعمدة الجدول
set-most-notes = أقصى عدد للملاحظات
set-matches = العروض تلتقي بالطلبات
set-require = يحتاج الإجراء إلى
set-what = ماذا
set-owner = من
set-due = متى
set-first = أول خطوة
set-review = يوم المراجعة
set-extra = ويطلب
set-extra-sign = علامة على الإنجاز
set-extra-place = مكان
set-extra-partner = شريك
set-extra-witness = شاهد
set-extra-help = مساعدة
set-extra-type = نوع
set-roles = أدوار أخرى، سطر لكل منها
set-states = حالات المراجعة، سطر لكل منها
set-actions = أقصى عدد للإجراءات

## The window of the app itself: its menu, links of invites, what is told outside it
menu-session = جلسة
menu-quit = إنهاء Convene
menu-go = انتقال
menu-view = عرض
menu-full-screen = ملء الشاشة
invited-title = اتبعت رابط دعوة
invited-text = فُتح رابط يقود إلى جلسة. لم يحدث انضمام بعد: يظهر أولا، والموافقة بزر «انضمام».
invited-look = عرضه
invited-not-now = ليس الآن
notice-time = انتهى الوقت: { $title }
record-folder = حفظ في مجلد…
command-picture = إضافة صورة
picture-file = صورة (PNG أو JPEG أو GIF)
picture-large = حجم هذه الصورة أكثر من 25 ميغابايت. صغّرها أولاً.
picture-chosen = الصورة المختارة
picture-words = ماذا يُرى فيها؟
picture-words-why = تظهر هذه الكلمات تحت الصورة وفي السجل، وتُقرأ لمن لا يراها.
picture-add = إضافة الصورة
picture-adding = تجري إضافة الصورة …
picture-added = الصورة على اللوح
picture-label = صورة: { $text }
ink = الرسوم
ink-by = رسم { $name }
ink-own = رسمك
ink-of-nobody = رسم
ink-named = { $name }: { $text }
ink-stroke = خط
ink-tools = الأقلام
ink-done = إنهاء الرسم
ink-drawing = أنت ترسم الآن. مفتاح Escape ينهي ذلك.
ink-drawn = تم الرسم
ink-label = ماذا يُظهر؟
ink-move = تحريك الرسم
ink-not-yours = لا يغيّره إلا من رسمه أو أحد الميسّرين.
command-draw = رسم
command-describe = وصف الرسم أو تحريكه
ink-wiped = { $count ->
    [one] أُزيل رسم واحد
    [two] أُزيل رسمان
    [few] أُزيلت { $count } رسوم
   *[other] أُزيل { $count } رسمًا
}
ink-count = { $count ->
    [one] الرسوم: خط واحد
    [two] الرسوم: خطان
    [few] الرسوم: { $count } خطوط
   *[other] الرسوم: { $count } خطًا
}

## Looked up in a directory of strangers
invite-lookup = السماح بالبحث عن هذا الرابط في الدليل العام
invite-lookup-reveals = تصبح عناوين هذا الحاسوب مرئية لغرباء يديرون الدليل؛ أما ما يقال في الجلسة ومن فيها فلا.
invite-lookup-idle = يُبلَّغ مع الرابط التالي.
invite-lookup-telling = يجري إبلاغ الدليل بمكان هذا الحاسوب.
invite-lookup-told = يعرف الدليل مكان هذا الحاسوب.
invite-lookup-unanswered = الدليل لا يجيب. تُعاد المحاولة كل دقيقة.
invite-lookup-nowhere = ليس لهذا الحاسوب عنوان يُبلَغ من الخارج، فلا شيء يقال للدليل. يساعد مُرحِّل.
join-lookup = البحث عنه في الدليل العام
join-lookup-reveals = يصبح عنوان هذا الحاسوب مرئيًا لغرباء يديرون الدليل العام؛ أما اسمك والجلسة فلا.
join-seeking = البحث عن حاسوب التيسير في الدليل العام

## How others are connected
way-near = على هذه الشبكة
way-direct = متصل مباشرة
way-relayed = متصل عبر مُرحِّل
way-hub = عبر حاسوب آخر
person-nameless = شخص بلا اسم
