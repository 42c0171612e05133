from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quotes', '0011_seen_again'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='snapshot',
            index=models.Index(fields=['sha256'], name='snapshot_by_sha256'),
        ),
    ]
